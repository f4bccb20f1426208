import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Assessment, Demand, Report } from "tender-check";
import { shared, unseen, weights } from "../../style/shared";
import { words } from "../../words";
import { placeLink } from "../place";
import { deskStyle } from "./desk-style";
import { STATES, stateMark } from "./states";

/** Most passages that are named with a demand. */
const MOST_PLACES = 2;

/** Every demand, whether it is met, and where it stands. */
@customElement("tc-demands")
export class TcDemands extends LitElement {
  @property({ attribute: false }) assessment: Assessment | undefined;
  @property({ attribute: false }) report: Report | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.assessment) return nothing;
    const { demands } = this.assessment;
    const counts = STATES.map((state) => ({ state, count: demands.filter((demand) => demand.state === state).length }));
    return html`<section class="box" aria-labelledby="demands">
      <h2 id="demands" tabindex="-1">${words("bid-demands")}</h2>
      ${demands.length === 0
        ? html`<p>${words("bid-demands-none")}</p>`
        : html`
            <ul class="plain row">
              ${counts
                .filter(({ count }) => count > 0)
                .map(({ state, count }) => html`<li>${stateMark(state)} ${count}</li>`)}
            </ul>
            <table>
              <thead>
                <tr>
                  ${["demand", "asked", "yours", "state"].map((name) => html`<th scope="col">${words(`bid-column-${name}`)}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${demands.map((demand) => this.row(demand))}
              </tbody>
            </table>
          `}
    </section>`;
  }

  private row(demand: Demand): TemplateResult {
    const { report } = this;
    return html`<tr>
      <th scope="row">
        <span lang="en">${demand.title}</span>${demand.lot === undefined ? nothing : html` <span class="quiet">(${demand.lot})</span>`}
        ${report
          ? html`<div class="places small">${demand.where.slice(0, MOST_PLACES).map((place) => html`<p>${placeLink(place, report, "short")}</p>`)}</div>`
          : nothing}
      </th>
      <td data-head=${words("bid-column-asked")} lang="en">${demand.asked}</td>
      <td data-head=${words("bid-column-yours")} lang="en">${demand.yours ?? html`<span class="quiet">–</span>`}</td>
      <td data-head=${words("bid-column-state")}>
        ${stateMark(demand.state)}
        <p class="small" lang="en">${demand.reason}</p>
      </td>
    </tr>`;
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      .box {
        position: relative;
      }

      li + li {
        margin: 0;
      }

      th[scope="row"] {
        inline-size: 30%;
      }

      .places {
        font-weight: 400;
      }

      td:last-child {
        inline-size: 36%;
      }

      @media (max-width: 44rem) {
        thead {
          ${unseen}
        }

        table,
        tbody,
        tr,
        th,
        td {
          display: block;
          inline-size: auto !important;
        }

        tr {
          padding-block: 0.6rem;
          border-block-end: 1px solid var(--line);
        }

        th,
        td {
          padding: 0.15rem 0;
          border: 0;
        }

        td:not(:last-child)::before {
          content: attr(data-head) ": ";
          color: var(--quiet);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-demands": TcDemands;
  }
}
