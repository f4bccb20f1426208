import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Opportunity } from "../../model/bidding";
import { shared, weights } from "../../style/shared";
import { date, money, words } from "../../words";
import { emit } from "../events";
import { deskStyle } from "./desk-style";
import { resultMark } from "./states";

/** Several tenders side by side: what each came to. */
@customElement("tc-opportunities")
export class TcOpportunities extends LitElement {
  @property({ attribute: false }) opportunities: readonly Opportunity[] = [];
  @property({ type: Boolean }) kept = false;

  override render(): TemplateResult | typeof nothing {
    if (this.opportunities.length === 0) return nothing;
    const columns = ["tender", "result", "value", "deadline", "met", "needed"] as const;
    return html`<section class="box" aria-labelledby="opportunities">
      <h2 id="opportunities" tabindex="-1">${words("bid-side-by-side")}</h2>
      <p class="quiet small">${words("bid-side-by-side-text")}</p>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="opportunities">
        <table>
          <thead>
            <tr>
              ${columns.map((name) => html`<th scope="col">${words(`bid-column-${name}`)}</th>`)}
              <th scope="col"><span class="out-of-sight">${words("bid-column-remove")}</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.opportunities.map((one) => this.row(one))}
          </tbody>
        </table>
      </div>
      <label class="check no-print">
        <input
          type="checkbox"
          .checked=${this.kept}
          @change=${(event: Event) => emit(this, "tc-keep", { what: "opportunities", on: (event.target as HTMLInputElement).checked })}
        />
        <span>${words("bid-keep-opportunities")}</span>
      </label>
    </section>`;
  }

  private row(one: Opportunity): TemplateResult {
    const sum = (amount: number | undefined): TemplateResult =>
      amount === undefined ? html`<span class="quiet">${words("bid-not-known")}</span>` : html`${money(amount)}`;
    return html`<tr>
      <th scope="row">${one.name}</th>
      <td>${resultMark(one.result)}</td>
      <td>${sum(one.value)}</td>
      <td>${one.deadline === undefined ? html`<span class="quiet">${words("bid-not-known")}</span>` : date(one.deadline)}</td>
      <td>${words("bid-met-of", { met: one.met, all: one.demands })}</td>
      <td>${sum(one.needed)}</td>
      <td class="no-print">
        <button class="button small" type="button" @click=${() => emit(this, "tc-drop", one.key)}>
          ${words("bid-remove")}<span class="out-of-sight"> ${one.name}</span>
        </button>
      </td>
    </tr>`;
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      table {
        min-inline-size: 44rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-opportunities": TcOpportunities;
  }
}
