import "../elements/tc-consent";
import { WEIGHTS, listing } from "../model/findings";
import "./define";
import { languageOf } from "../words";
import { VERSION, asks, type Counts, type Told } from "./protocol";

/** `<tender-check>` for sites that take only frames: its attributes come as `?desk=…&nation=…&source=…&language=…`. */

const element = document.createElement("tender-check");
const consent = document.createElement("tc-consent");
for (const [name, value] of new URLSearchParams(location.search)) {
  if (["desk", "language", "nation", "source"].includes(name)) element.setAttribute(name, value);
}

/** What counts and heights tell is of no use to a page that is not ours, so any may hear it. */
const tell = (told: Told, to = "*", whom: WindowProxy = parent): void => {
  if (parent !== window) whom.postMessage({ tenderCheck: VERSION, ...told }, to);
};

document.documentElement.lang = `${languageOf(element.getAttribute("language"))}-GB`;

element.addEventListener("tender-check-report", ({ detail }) => {
  const { counts } = listing(detail.report);
  tell({ event: "counts", counts: Object.fromEntries(WEIGHTS.map((weight) => [weight, counts[weight]])) as Counts });
});

addEventListener("message", async ({ data, origin, source }: MessageEvent<unknown>) => {
  if (!asks(data) || source !== parent) return;
  const { report } = element;
  const agreed = report !== undefined && (await consent.ask(origin));
  tell(agreed ? { event: "report", report } : { event: "refused" }, origin);
});

new ResizeObserver(() => tell({ event: "height", height: Math.ceil(element.getBoundingClientRect().height) })).observe(element);
document.body.append(element, consent);
tell({ event: "ready" });
