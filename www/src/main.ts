import { createChecker } from "tender-check";
import "./elements/tc-app";
import { Session } from "./model/session";

const app = document.createElement("tc-app");
app.session = new Session(createChecker());
document.body.append(app);

const settings = document.querySelector<HTMLMetaElement>("meta[name='tender-check-settings']")?.content;
if (settings) void app.session.openDefault(settings);
