import { LitElement, css, html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Assessment, Cash, Choice } from "tender-check";
import { typedAmount } from "../../model/profile";
import { shared, weights } from "../../style/shared";
import { date, money, month as inMonth, words } from "../../words";
import { emit } from "../events";
import { deskStyle } from "./desk-style";

/** Measures of the chart in its own units, which are about those of the screen; most names of months below it. */
interface Measures {
  readonly width: number;
  readonly height: number;
  readonly names: number;
}
const WIDE: Measures = { width: 960, height: 260, names: 10 };
const NARROW: Measures = { width: 340, height: 220, names: 4 };
const LEFT = 76;
const BOTTOM = 26;
const TOP = 12;
/** Where there is room for the wide chart. */
const ROOM = matchMedia("(min-width: 44rem)");
/** Longest time to pay, in days. */
const MOST_DAYS = 365;


function nameOf(month: string): string {
  return inMonth(Date.parse(`${month}-01`));
}

/** Money in and out month by month: a chart, the table behind it, and what other terms would change. */
@customElement("tc-cash")
export class TcCash extends LitElement {
  @property({ attribute: false }) assessment: Assessment | undefined;
  @property({ attribute: false }) choice: Choice = {};

  @state() private wrong = false;

  override connectedCallback(): void {
    super.connectedCallback();
    ROOM.addEventListener("change", this.measured);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    ROOM.removeEventListener("change", this.measured);
  }

  private readonly measured = (): void => this.requestUpdate();

  override render(): TemplateResult | typeof nothing {
    if (!this.assessment) return nothing;
    const { cash } = this.assessment;
    return html`<section class="box" aria-labelledby="cash">
      <h2 id="cash" tabindex="-1">${words("bid-cash")}</h2>
      ${cash === undefined ? html`<p>${words("bid-cash-unknown")}</p>` : this.sums(cash)}
    </section>`;
  }

  private sums(cash: Cash): TemplateResult {
    const short = (cash.gap ?? 0) > 0;
    return html`
      <p class=${short ? "notice" : "lead"} lang="en">${cash.text}</p>
      <p>${cash.terms}</p>
      ${this.chart(cash)}
      <form class="row no-print" @change=${this.changed} @submit=${(event: Event) => event.preventDefault()}>
        <label>
          <span>${words("bid-cash-days")}</span>
          <input name="days" inputmode="numeric" .value=${String(this.choice.payment_days ?? "")} aria-invalid=${this.wrong ? "true" : nothing} aria-describedby=${this.wrong ? "days-wrong" : nothing} />
        </label>
        <label>
          <span>${words("bid-cash-start")}</span>
          <input name="start" type="date" .value=${this.choice.start ?? ""} />
        </label>
      </form>
      ${this.wrong ? html`<p id="days-wrong" class="error">${words("bid-cash-days-wrong")}</p>` : nothing}
      <h3>${words("bid-cash-variants")}</h3>
      <ul>
        ${cash.variants.map(({ text }) => html`<li lang="en">${text}</li>`)}
      </ul>
      ${cash.investment === undefined ? nothing : html`<p>${cash.investment}</p>`}
      <details>
        <summary>${words("bid-cash-table")}</summary>
        ${this.table(cash)}
      </details>
      <details>
        <summary>${words("bid-cash-assumptions")}</summary>
        <ul>
          ${cash.assumptions.map((text) => html`<li>${text}</li>`)}
        </ul>
      </details>
    `;
  }

  private table({ months }: Cash): TemplateResult {
    const columns = ["month", "in", "out", "vat", "balance", "lowest"] as const;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${words("bid-cash-table")}>
      <table class="figures">
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${words(`bid-column-${name}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${months.map(
            (month) => html`<tr>
              <th scope="row">${nameOf(month.month)}</th>
              <td>${money(month.received)}</td>
              <td>${money(month.wages + month.costs)}</td>
              <td>${money(month.vat)}</td>
              <td>${money(month.balance)}</td>
              <td>${money(month.lowest)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** A bar a month, down to the lowest point of the month, with the cash that there is as a line. */
  private chart(cash: Cash): TemplateResult {
    const { months } = cash;
    const { width, height, names: most } = ROOM.matches ? WIDE : NARROW;
    const own = cash.cash;
    const deepest = Math.min(...months.map(({ lowest }) => lowest), 0);
    const highest = Math.max(...months.map(({ balance }) => balance), 0);
    const floor = Math.min(deepest, own === undefined || own > -deepest * 2 ? 0 : -own) * 1.08;
    const span = highest - floor || 1;
    const y = (amount: number): number => TOP + ((highest - amount) / span) * (height - TOP - BOTTOM);
    const step = (width - LEFT) / Math.max(months.length, 1);
    const every = Math.ceil(months.length / most);
    const bars = months.map(({ lowest, balance }, at): SVGTemplateResult => {
      const low = Math.min(lowest, 0);
      const top = Math.max(balance, 0);
      const kind = lowest <= deepest + 0.005 && deepest < 0 ? "bar deepest" : "bar";
      return svg`<rect class=${kind} x=${LEFT + at * step + step * 0.12} width=${step * 0.76} y=${y(top)} height=${Math.max(y(low) - y(top), 0.5)} />`;
    });
    const names = months.map(({ month }, at): SVGTemplateResult | typeof nothing =>
      at % every === 0
        ? svg`<text x=${LEFT + at * step + step / 2} y=${height - 8} text-anchor="middle">${nameOf(month)}</text>`
        : nothing,
    );
    const line = (amount: number, kind: string, text: string): SVGTemplateResult => svg`
      <line class=${kind} x1=${LEFT} x2=${width} y1=${y(amount)} y2=${y(amount)} />
      <text x=${LEFT - 8} y=${y(amount) + 4} text-anchor="end">${text}</text>`;
    const inView = own !== undefined && own > 0 && -own >= floor;
    const clear = inView && Math.abs(y(-own) - y(0)) > 14 && (deepest === 0 || Math.abs(y(-own) - y(deepest)) > 14);
    return html`<figure>
      <svg
        viewBox="0 0 ${width} ${height}"
        role="img"
        aria-label=${words("bid-cash-chart", { needed: money(cash.needed), date: date(cash.deepest_day), months: months.length })}
      >
        ${bars} ${line(0, "zero", money(0))}
        ${deepest < 0 ? line(deepest, "deep", money(Math.round(deepest))) : nothing}
        ${inView ? line(-own, "own", clear ? money(-own) : "") : nothing} ${names}
      </svg>
      <figcaption class="small quiet">
        ${words("bid-cash-caption")} ${inView ? words("bid-cash-caption-own", { amount: money(own) }) : nothing}
      </figcaption>
    </figure>`;
  }

  private changed(event: Event): void {
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const typed = typedAmount(String(form.get("days") ?? ""));
    this.wrong = typed === null || (typed ?? 0) > MOST_DAYS;
    if (this.wrong) return;
    const start = String(form.get("start") ?? "");
    emit(this, "tc-choose", { payment_days: typed ?? undefined, start: start === "" ? undefined : start });
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      .lead {
        font-weight: 500;
      }

      figure {
        margin: 0;
      }

      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
      }

      text {
        fill: var(--quiet);
        font: 0.75rem var(--sans, sans-serif);
      }

      .bar {
        fill: var(--accent);
        opacity: 0.55;
      }

      .bar.deepest {
        fill: var(--high);
        opacity: 1;
      }

      .zero {
        stroke: var(--edge);
      }

      .deep {
        stroke: var(--high);
        stroke-dasharray: 2 4;
      }

      .own {
        stroke: var(--ink);
        stroke-width: 1.5;
        stroke-dasharray: 8 4;
      }

      form label {
        display: grid;
        gap: 0.2rem;
        font-size: 0.9375rem;
      }

      form input {
        inline-size: 12rem;
      }

      .error {
        color: var(--high);
      }

      @media (forced-colors: active) {
        .bar {
          fill: GrayText;
          opacity: 1;
        }

        .bar.deepest {
          fill: Highlight;
        }

        text {
          fill: CanvasText;
        }

        line {
          stroke: CanvasText;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-cash": TcCash;
  }
}
