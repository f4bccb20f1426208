import { createChecker } from "tender-check";
import "./elements/tc-app";
import { deskOf } from "./model/desk";
import { Session } from "./model/session";

const app = document.createElement("tc-app");
app.session = new Session(createChecker(), createChecker);
const sit = (): void => {
  app.session.desk = deskOf(location.hash);
};
sit();
addEventListener("hashchange", sit);
document.body.append(app);

const settings = document.querySelector<HTMLMetaElement>("meta[name='tender-check-settings']")?.content;
if (settings) void app.session.openDefault(settings);

// Kept once all else is done: nobody waits for it.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  const keep = (): void => void navigator.serviceWorker.register("./offline.js").catch(() => undefined);
  if (document.readyState === "complete") keep();
  else addEventListener("load", keep);
}
