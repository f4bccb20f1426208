import { createChecker } from "tender-check";
import { Bidding } from "../model/bidding";
import { Portal } from "../model/portal";
import { Session } from "../model/session";
import "../elements/tc-portal";

const checker = createChecker();
const element = document.createElement("tc-portal");
element.portal = new Portal(checker, new Bidding(checker));
element.session = new Session(createChecker({ preload: false }), createChecker);
document.body.append(element);

const source = new URLSearchParams(location.search).get("source");
if (source) void element.portal.openAddress(source);
