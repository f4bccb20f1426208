import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Assessment, Place, Report } from "tender-check";
import { shared, weights } from "../../style/shared";
import { date, words } from "../../words";
import { download } from "../download";
import { icons } from "../icons";
import { placeLink } from "../place";
import { deskStyle } from "./desk-style";

/** The days that were found, as a list and a calendar file, and what has to be sent in. */
@customElement("tc-dates")
export class TcDates extends LitElement {
  @property({ attribute: false }) assessment: Assessment | undefined;
  @property({ attribute: false }) report: Report | undefined;

  override render(): TemplateResult | typeof nothing {
    if (!this.assessment) return nothing;
    const { dates, checklist } = this.assessment;
    return html`
      <section class="box" aria-labelledby="dates">
        <h2 id="dates" tabindex="-1">${words("bid-dates")}</h2>
        ${dates.length === 0
          ? html`<p>${words("bid-dates-none")}</p>`
          : html`
              <ul class="plain">
                ${dates.map(
                  (day) => html`<li class=${day.passed ? "quiet" : ""}>
                    <strong>${date(day.day)}${day.time === undefined ? nothing : html`, ${day.time}`}</strong>
                    <span lang="en">${day.title}</span>${day.passed ? html` (${words("bid-passed")})` : nothing}
                    ${this.where(day.where)}
                  </li>`,
                )}
              </ul>
              <button class="button small no-print" type="button" @click=${this.save}>
                ${icons.save} ${words("bid-dates-save")}
              </button>
            `}
      </section>
      <section class="box" aria-labelledby="checklist">
        <h2 id="checklist">${words("bid-checklist")}</h2>
        ${checklist.length === 0
          ? html`<p>${words("bid-checklist-none")}</p>`
          : html`<ul class="plain">
              ${checklist.map(
                (task) => html`<li>
                  <label class="check"><input type="checkbox" /><span lang="en">${task.text}</span></label>
                  <div class="beside">${this.where(task.where)}</div>
                </li>`,
              )}
            </ul>`}
      </section>
    `;
  }

  private where(places: readonly Place[]): TemplateResult | typeof nothing {
    const [place] = places;
    return place && this.report ? html`<span class="small">${placeLink(place, this.report, "short")}</span>` : nothing;
  }

  private save(): void {
    if (this.assessment) download(words("bid-dates-file"), this.assessment.calendar, "text/calendar");
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
        gap: 1.25rem;
        align-items: start;
      }

      .beside {
        margin-inline-start: 1.65rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-dates": TcDates;
  }
}
