import { createChecker } from "tender-check";
import "./elements/tc-app";
import "./elements/tc-language";
import { deskOf } from "./model/desk";
import { begin } from "./model/language";
import { keep } from "./model/offline";
import { Session } from "./model/session";

const app = document.createElement("tc-app");
app.session = new Session(createChecker({ preload: false }), createChecker);
const sit = (): void => {
  app.session.desk = deskOf(location.hash);
};
sit();
addEventListener("hashchange", sit);
await begin();
document.body.append(app);

const settings = document.querySelector<HTMLMetaElement>("meta[name='tender-check-settings']")?.content;
if (settings) void app.session.openDefault(settings);

if (import.meta.env.PROD) keep("./offline.js");
