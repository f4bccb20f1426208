import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Finding, Report, SetAside } from "tender-check";
import { setAsides } from "../model/findings";
import { SET_ASIDE_FILE, fileOf } from "../model/own";
import { shared } from "../style/shared";
import { date, titleOf, words } from "../words";
import { download } from "./download";
import { emit } from "./events";
import { icons } from "./icons";
import { placeLink, placeName } from "./place";

/** What somebody has set aside and why, with the ways to take it back and to keep it. */
@customElement("tc-set-aside")
export class TcSetAside extends LitElement {
  @property({ attribute: false }) report: Report | undefined;
  /** Whether nothing can be changed: the report is one that was saved. */
  @property({ type: Boolean }) fixed = false;

  /** Puts the focus where the list begins. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const aside = setAsides(report);
    const gone = report.coverage.gone ?? [];
    if (aside.length + gone.length === 0) return nothing;
    return html`
      <h2 tabindex="-1">${words("aside-heading", { count: aside.length })}</h2>
      <p class="quiet">${words("aside-text")}</p>
      <ul role="list">
        ${aside.map(({ finding, aside }) => this.finding(finding, aside, report))} ${gone.map((entry) => this.gone(entry))}
      </ul>
      <button class="button small no-print" type="button" @click=${this.save}>${icons.save} ${words("aside-save")}</button>
    `;
  }

  private finding(finding: Finding, aside: SetAside, report: Report): TemplateResult {
    const place = finding.where[0];
    return html`<li data-rule=${finding.rule}>
      <h3>${titleOf(finding.title)}</h3>
      <p lang="en">${finding.message}</p>
      ${place ? (this.fixed ? placeName(place, report) : placeLink(place, report, "full")) : nothing} ${this.reason(aside)}
      ${this.button("aside-restore", finding.title, finding.key)}
    </li>`;
  }

  private gone(aside: SetAside): TemplateResult {
    const name = aside.title ?? aside.key;
    return html`<li>
      <h3>${name}</h3>
      <p>${words("aside-gone")}</p>
      ${this.reason(aside)} ${this.button("aside-forget", name, aside.key)}
    </li>`;
  }

  private reason({ reason, by, on }: SetAside): TemplateResult {
    const who = [...(by === undefined ? [] : [by]), ...(on === undefined ? [] : [date(on)])].join(", ");
    return html`<p class="reason">
      <strong>${words("aside-because")}</strong> <span class="lines">${reason}</span>${who === "" ? nothing : html` <span class="quiet">(${who})</span>`}
    </p>`;
  }

  private button(name: string, what: string, key: string): TemplateResult | typeof nothing {
    if (this.fixed) return nothing;
    return html`<button class="button small no-print" type="button" @click=${() => emit(this, "tc-restore", key)}>
      ${words(name)}<span class="out-of-sight"> ${what}</span>
    </button>`;
  }

  private async save(): Promise<void> {
    const { report } = this;
    if (!report) return;
    const all = [...setAsides(report).map(({ aside }) => aside), ...(report.coverage.gone ?? [])];
    download(SET_ASIDE_FILE, await fileOf(all, words("aside-file")), "application/toml");
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-wrap: anywhere;
      }

      h2 {
        margin-block-start: 2rem;
        padding-block-start: 1.25rem;
        border-block-start: 1px solid var(--line);
        font: 500 1.25rem/1.3 var(--serif);
      }

      h2:focus {
        outline: none;
      }

      h3 {
        font-size: 1rem;
      }

      ul {
        display: grid;
        gap: 0.6rem;
        margin-block: 0.6rem;
        list-style: none;
      }

      li {
        display: grid;
        gap: 0.35rem;
        justify-items: start;
        padding: 0.7rem 0.9rem;
        border: 1px dashed var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        font-size: 0.9375rem;
      }

      .lines {
        white-space: pre-line;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-set-aside": TcSetAside;
  }
}
