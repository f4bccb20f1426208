import "../elements/tc-language";
import "../elements/tc-verify";
import { begin } from "../model/language";

await begin();
document.body.append(document.createElement("tc-verify"));
