import { createChecker } from "tender-check";
import { Bidding } from "../model/bidding";
import { begin } from "../model/language";
import { Portal } from "../model/portal";
import { Session } from "../model/session";
import "../elements/tc-language";
import "../elements/tc-portal";

const checker = createChecker();
const element = document.createElement("tc-portal");
element.portal = new Portal(checker, new Bidding(checker));
element.session = new Session(createChecker({ preload: false }), createChecker);
await begin();
document.body.append(element);

const source = new URLSearchParams(location.search).get("source");
if (source) void element.portal.openAddress(source);
