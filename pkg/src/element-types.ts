/** What a page sees of `<tender-check>`. The element itself is built from the site's elements into `dist/element/`. */

import type { CheckerOptions } from "./api.js";
import type { Report } from "./types.js";

/** The detail of the event `tender-check-report`. */
export interface TenderCheckReport {
  report: Report;
}

/** The checker as an element. */
export declare class TenderCheckElement extends HTMLElement {
  /** Where every checker finds its workers, where they are not found by themselves. To be set before the first element. */
  static options: CheckerOptions;
  /** At which desk one sits. */
  desk: "drafting" | "bidding";
  /** The language of the checker, `en` or `cy`; that of the page around it unless told. It is one for all on a page. */
  language: string | null;
  /** Where the buyer is. It goes before what the documents say. */
  nation: "england" | "wales" | "scotland" | "northern_ireland" | null;
  /** Address of a notice or document of the same origin that is opened at once. */
  source: string | null;
  /** The newest report, if anything was checked. */
  get report(): Report | undefined;
  /** Checks files, together with those that are there. */
  open(files: readonly File[]): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "tender-check": TenderCheckElement;
  }
  interface HTMLElementEventMap {
    "tender-check-report": CustomEvent<TenderCheckReport>;
  }
}
