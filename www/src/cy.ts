/** Welsh: all its words in one file, which is loaded when it is chosen. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import titles from "virtual:titles-cy";

import shares from "../../src/report/shares/cy.ftl?raw";
import themes from "../../src/report/themes/cy.ftl?raw";
import ofBid from "../messages/cy.bid.ftl?raw";
import messages from "../messages/cy.ftl?raw";
import ofSites from "../messages/cy.sites.ftl?raw";
import ofTour from "../messages/cy.tour.ftl?raw";
import type { Translation } from "./words";

/** Chromium has no Welsh of its own. */
const known = Intl.DateTimeFormat.supportedLocalesOf("cy-GB").length > 0;
const MONTHS = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(" ");

const bundle = new FluentBundle("cy-GB", { useIsolating: false });
for (const text of [messages, ofBid, ofSites, ofTour, shares, themes]) {
  for (const error of bundle.addResource(new FluentResource(text))) throw error;
}

export default { bundle, titles, months: known ? undefined : MONTHS } satisfies Translation;
