import { html, type TemplateResult } from "lit";

import type { DemandState, Verdict } from "tender-check";
import { words } from "../../words";
import { weightIcons } from "../icons";
import type { Weight } from "../../model/findings";

/** The weight whose shape and colour a state of a demand has. */
const OF_STATE: Readonly<Record<DemandState, Weight>> = {
  not_met: "high",
  ask: "medium",
  open: "missing",
  by_start: "low",
  met: "enabler",
};

/** The weight whose shape and colour a result has. */
const OF_RESULT: Readonly<Record<Verdict, Weight>> = { bid: "enabler", ask_first: "medium", hard_to_bid: "high" };

/** The states, the one that stands against a bid first. */
export const STATES: readonly DemandState[] = ["not_met", "ask", "open", "by_start", "met"];

/** The class of a result, for its colour. */
export function resultClass(result: Verdict): Weight {
  return OF_RESULT[result];
}

/** A state with its shape and colour. */
export function stateMark(state: DemandState): TemplateResult {
  const weight = OF_STATE[state];
  return html`<span class="state ${weight}">${weightIcons[weight]} ${words(`bid-state-${state}`)}</span>`;
}

/** A result with its shape and colour. */
export function resultMark(result: Verdict): TemplateResult {
  const weight = OF_RESULT[result];
  return html`<span class="state ${weight}">${weightIcons[weight]} ${words(`bid-result-${result}`)}</span>`;
}
