import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import type { Report } from "tender-check";
import type { Entry, Listing, Theme } from "../model/findings";
import { ALL, type Filter } from "../model/findings";
import { shared } from "../style/shared";
import { words, wordsFor } from "../words";
import { emit } from "./events";
import { icons } from "./icons";
import "./tc-filter";
import "./tc-finding";
import type { TcFinding } from "./tc-finding";

/** The findings by theme, with their filter. */
@customElement("tc-findings")
export class TcFindings extends LitElement {
  @property({ attribute: false }) report: Report | undefined;
  /** The texts of the documents. */
  @property({ attribute: false }) texts: readonly string[] = [];
  @property({ attribute: false }) listing: Listing | undefined;
  /** The findings that the filter lets through. */
  @property({ attribute: false }) visible: ReadonlySet<Entry> = new Set();
  @property({ attribute: false }) filter: Filter = ALL;
  /** The document that is being written, by its index. */
  @property({ type: Number }) draft: number | undefined;
  /** Key of the finding that is open. */
  @property({ attribute: false }) current: string | null = null;

  /** Findings that the filter lets through, as listed. */
  get shown(): Entry[] {
    return this.listing?.entries.filter((entry) => this.visible.has(entry)) ?? [];
  }

  /** Themes that are closed. */
  @state() private closed: ReadonlySet<string> = new Set();

  /** Brings a finding into sight; with `focus`, the keyboard goes there too. */
  async show(key: string, focus: boolean): Promise<void> {
    const theme = this.listing?.entries.find((entry) => entry.finding.key === key)?.theme;
    if (theme !== undefined && this.closed.has(theme)) this.toggle(theme);
    await this.updateComplete;
    const finding = this.elements().find((element) => element.entry?.finding.key === key);
    if (!finding) return;
    await finding.updateComplete;
    if (focus) finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
  }

  override render(): TemplateResult | typeof nothing {
    const { listing, report } = this;
    if (!listing || !report) return nothing;
    if (listing.entries.length === 0) return html`<p class="none">${words("findings-none")}</p>`;
    const shown = this.shown.length;
    return html`
      <tc-filter .listing=${listing} .filter=${this.filter}></tc-filter>
      <p class="quiet shown" role="status">${words("findings-shown", { shown, all: listing.entries.length })}</p>
      ${shown > 0
        ? html`<p class="all no-print">
            <button class="link" type="button" @click=${this.toggleAll}>
              ${words(this.closed.size === 0 ? "findings-close-all" : "findings-open-all")}
            </button>
          </p>`
        : nothing}
      ${shown === 0
        ? html`<p class="none">
            ${words("findings-filtered")}
            <button class="button small" type="button" @click=${this.showAll}>${words("findings-show-all")}</button>
          </p>`
        : nothing}
      <div @keydown=${this.keyed}>${repeat(listing.themes, (theme) => theme.name, (theme) => this.theme(theme))}</div>
    `;
  }

  private theme({ name, entries }: Theme): TemplateResult | typeof nothing {
    const shown = entries.filter((entry) => this.visible.has(entry));
    if (shown.length === 0) return nothing;
    const open = !this.closed.has(name);
    return html`<section aria-labelledby="theme-${name}">
      <h3 id="theme-${name}">
        <button
          class="theme"
          type="button"
          aria-expanded=${open ? "true" : "false"}
          aria-controls="list-${name}"
          @click=${() => this.toggle(name)}
        >
          ${icons.open}<span>${wordsFor("theme", name)} <span class="count">${shown.length}</span></span>
        </button>
      </h3>
      <ul id="list-${name}" role="list" ?hidden=${!open}>
        ${repeat(
          shown,
          (entry) => entry.finding.key,
          (entry) => html`<li>
            <tc-finding
              .entry=${entry}
              .report=${this.report}
              .texts=${this.texts}
              .draft=${this.draft}
              ?open=${entry.finding.key === this.current}
            ></tc-finding>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private toggle(theme: string): void {
    const closed = new Set(this.closed);
    if (!closed.delete(theme)) closed.add(theme);
    this.closed = closed;
  }

  private toggleAll(): void {
    this.closed = new Set(this.closed.size === 0 ? this.listing?.themes.map(({ name }) => name) : []);
  }

  private showAll(): void {
    emit(this, "tc-filter", ALL);
  }

  /** Arrows, Home and End go from heading to heading. */
  private keyed(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof HTMLButtonElement) || !target.hasAttribute("aria-expanded")) return;
    const elements = this.elements();
    const at = elements.findIndex((element) => element.renderRoot.contains(target));
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: elements.length - 1 }[event.key];
    const next = to === undefined ? undefined : elements[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  private elements(): TcFinding[] {
    return [...this.renderRoot.querySelectorAll<TcFinding>("ul:not([hidden]) tc-finding")];
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      .shown {
        margin-block: 0.6rem 0;
        font-size: 0.875rem;
      }

      .none {
        display: grid;
        gap: 0.6rem;
        justify-items: start;
        margin-block: 1rem;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
      }

      .all {
        margin-block: 0.4rem 0;
        font-size: 0.875rem;
      }

      h3 {
        margin-block: 1.2rem 0.4rem;
        font: 500 1.25rem/1.3 var(--serif);
      }

      .theme {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        inline-size: 100%;
        padding: 0.1rem 0;
        border: 0;
        background: none;
        text-align: start;
      }

      .theme .icon {
        color: var(--quiet);
      }

      .theme[aria-expanded="true"] .icon {
        transform: rotate(180deg);
      }

      /* On paper nothing is closed. */
      @media print {
        ul[hidden] {
          display: grid !important;
        }

        .theme .icon {
          display: none;
        }
      }

      .count {
        color: var(--quiet);
        font: 0.875rem var(--sans);
      }

      ul {
        display: grid;
        gap: 0.6rem;
        list-style: none;
      }

      li {
        min-inline-size: 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-findings": TcFindings;
  }
}
