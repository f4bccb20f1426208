import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Finding } from "tender-check";
import messages from "../../../src/report/shares/en.ftl?raw";
import { below, sharesOf, type Shares, type Step } from "../model/shares";
import { shared, weights } from "../style/shared";
import { addWords, date, money, words } from "../words";

addWords(messages);

/** Sizes of the chart, in its own units. */
const WIDTH = 300;
const ROW = 24;
const LABEL = 126;
const ROOM = WIDTH - LABEL - 40;

/** Who an amount shuts out: published shares as a small chart with a table behind it. Nothing where there are no data. */
@customElement("tc-shut-out")
export class TcShutOut extends LitElement {
  @property({ attribute: false }) finding: Finding | undefined;
  /** What the finding weighs, for its colour. */
  @property() weight = "";

  override render(): TemplateResult | typeof nothing {
    const known = this.finding && sharesOf(this.finding);
    if (!known) return nothing;
    const { shares, amount } = known;
    const { name, source, link, year, checked } = shares;
    const sentence = words(`shares-${name}`, { share: below(shares, amount), year });
    return html`<figure class=${this.weight}>
      <h5>${words("shares-heading")}</h5>
      <p>${sentence}</p>
      ${chart(shares, amount, sentence)}
      <figcaption>
        ${words(`shares-chart-${name}`, { amount: money(amount) })}
        ${words("shares-source")}
        <a href=${link} target="_blank" rel="noopener noreferrer"
          >${source}<span class="out-of-sight"> ${words("new-tab")}</span></a
        >, ${year}; ${words("shares-read", { date: date(checked) })}.
      </figcaption>
      <details>
        <summary>${words("shares-table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">${words(`shares-column-${name}`)}</th>
              <th scope="col">${words("shares-column-share")}</th>
            </tr>
          </thead>
          <tbody>
            ${shares.steps.map(
              (step) => html`<tr>
                <th scope="row">${label(step)}</th>
                <td>${step.percent}%</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </details>
    </figure>`;
  }

  static override styles = [
    shared,
    weights,
    css`
      :host {
        display: block;
      }

      figure {
        margin: 0;
      }

      h5 {
        margin-block: 1rem 0.25rem;
        font-size: 0.875rem;
        color: var(--quiet);
        font-weight: 600;
      }

      svg {
        display: block;
        inline-size: 100%;
        max-inline-size: 24rem;
        block-size: auto;
        margin-block: 0.5rem;
      }

      text {
        fill: var(--ink);
        font: 12px var(--sans, sans-serif);
        font-variant-numeric: tabular-nums;
      }

      rect {
        fill: none;
        stroke: var(--edge);
      }

      .reached {
        fill: var(--weight, var(--accent));
        stroke: var(--weight, var(--accent));
      }

      figcaption,
      details {
        color: var(--quiet);
        font-size: 0.8125rem;
      }

      table {
        margin-block: 0.4rem;
        border-collapse: collapse;
      }

      th,
      td {
        padding: 0.15rem 1.5rem 0.15rem 0;
        border-block-end: 1px solid var(--line);
        font-weight: 400;
        text-align: start;
      }

      td {
        font-variant-numeric: tabular-nums;
      }

      @media (forced-colors: active) {
        text {
          fill: CanvasText;
        }

        rect {
          stroke: CanvasText;
        }

        .reached {
          fill: Highlight;
          stroke: Highlight;
        }
      }
    `,
  ];
}

/** A bar a step, as long as its share; those below the amount are filled. */
function chart({ steps }: Shares, amount: number, name: string): TemplateResult {
  const bars = steps.map((step, row): SVGTemplateResult => {
    const y = row * ROW;
    const length = (step.percent / 100) * ROOM;
    return svg`
      <text x="0" y=${y + 16}>${label(step)}</text>
      <rect class=${amount >= step.amount ? "reached" : "beyond"} x=${LABEL} y=${y + 4} width=${length} height=${ROW - 8} />
      <text x=${LABEL + length + 6} y=${y + 16}>${Math.floor(step.percent)}%</text>`;
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${steps.length * ROW}" role="img" aria-label=${name}>${bars}</svg>`;
}

function label({ amount, kind }: Step): string {
  return words(`shares-${kind}`, { amount: money(amount) });
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-shut-out": TcShutOut;
  }
}
