import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Assessment } from "tender-check";
import { shared, weights } from "../../style/shared";
import { money, words } from "../../words";
import { emit } from "../events";
import { weightIcons } from "../icons";
import { deskStyle } from "./desk-style";
import { resultClass, resultMark } from "./states";

/** Bid, ask first or hard to bid, with the reasons, and the lots to choose from. */
@customElement("tc-outcome")
export class TcOutcome extends LitElement {
  @property({ attribute: false }) assessment: Assessment | undefined;
  /** The day from which the example is looked at. */
  @property() as_of: string | undefined;

  override render(): TemplateResult | typeof nothing {
    const { assessment } = this;
    if (!assessment) return nothing;
    const { outcome } = assessment;
    const weight = resultClass(outcome.result);
    return html`<section class="box ${weight}" aria-labelledby="outcome">
      <h2 id="outcome">${weightIcons[weight]} <span lang="en">${outcome.text}</span></h2>
      ${this.as_of === undefined ? nothing : html`<p class="notice">${words("bid-example-day", { date: this.as_of })}</p>`}
      <ul>
        ${outcome.reasons.map((reason) => html`<li lang="en">${reason.text}</li>`)}
      </ul>
      ${assessment.lots.length > 0 ? this.lots(assessment) : nothing}
      <p class="quiet small" lang="en">${outcome.note}</p>
    </section>`;
  }

  private lots({ lots }: Assessment): TemplateResult {
    return html`<fieldset>
      <legend>${words("bid-lots")}</legend>
      <ul class="plain">
        ${lots.map(
          (lot) => html`<li>
            <label class="check">
              <input type="checkbox" .checked=${lot.chosen} value=${lot.name} @change=${this.chosen} />
              <span>
                <strong>${lot.name}</strong>${lot.value === undefined ? nothing : html`, ${money(lot.value)}`}
                ${lot.chosen ? resultMark(lot.result) : html`<span class="quiet" lang="en">${lot.text}</span>`}
              </span>
            </label>
          </li>`,
        )}
      </ul>
    </fieldset>`;
  }

  private chosen(): void {
    const boxes = [...this.renderRoot.querySelectorAll<HTMLInputElement>("fieldset input")];
    emit(this, "tc-choose", { lots: boxes.filter((box) => box.checked).map((box) => box.value) });
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      .box {
        border-inline-start: 0.4rem solid var(--weight);
      }

      h2 {
        display: flex;
        gap: 0.6rem;
        align-items: flex-start;
      }

      h2 .icon {
        margin-block-start: 0.15em;
        color: var(--weight);
      }

      legend {
        padding: 0;
        margin-block-end: 0.4rem;
        font-weight: 600;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-outcome": TcOutcome;
  }
}
