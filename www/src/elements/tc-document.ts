import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";

import type { Place } from "tender-check";
import type { Entry } from "../model/findings";
import type { Marks } from "../model/marks";
import type { Outline } from "../model/outline";
import { marks, shared, weights } from "../style/shared";
import { spoken } from "../words";
import { DocumentView } from "./document-view";
import { emit } from "./events";
import { documentStyle } from "./document-style";

const NO_MARKS: Marks = new Map();

/** Frames after which what was scrolled to has its place, or never will. */
const PATIENCE = 12;

/** Scrolls until it stays: heights of what was off the screen are guesses until it is laid out. */
async function scrollTo(element: Element): Promise<void> {
  let before = NaN;
  for (let i = 0; i < PATIENCE; i++) {
    element.scrollIntoView({ block: "center" });
    const { top } = element.getBoundingClientRect();
    if (Math.abs(top - before) < 1) return;
    before = top;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }
}

/** A document as it is laid out, with the passages that findings rest on marked. */
@customElement("tc-document")
export class TcDocument extends LitElement {
  @property({ attribute: false }) outline: Outline | undefined;
  @property({ attribute: false }) marks: Marks = NO_MARKS;
  /** All findings of the report, by their numbers less one. */
  @property({ attribute: false }) entries: readonly Entry[] = [];
  /** The findings whose marks are to be seen. */
  @property({ attribute: false }) visible: ReadonlySet<Entry> = new Set();
  /** The finding at hand. */
  @property({ attribute: false }) current: Entry | undefined;

  /** Brings a passage into sight; with `focus`, the keyboard goes there too. */
  async show(place: Place, focus: boolean): Promise<void> {
    await this.updateComplete;
    const mark = this.markAt(place.start);
    if (!mark) return;
    if (focus) mark.focus({ preventScroll: true });
    await scrollTo(mark);
  }

  /** Goes to the mark after (or before) the one that has the focus, among those to be seen, and tells its finding. */
  step(direction: 1 | -1): Entry | undefined {
    const marks = this.all('mark:not([data-off], [data-entries=""])');
    const active = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    const order = Node.DOCUMENT_POSITION_FOLLOWING;
    let at = active instanceof HTMLElement ? marks.indexOf(active) : -1;
    if (active && at < 0) {
      const after = marks.findIndex((mark) => (active.compareDocumentPosition(mark) & order) !== 0);
      at = (after < 0 ? marks.length : after) - (direction === 1 ? 1 : 0);
    }
    const mark = marks[(at < 0 && direction === -1 ? marks.length - 1 : at + direction + marks.length) % marks.length];
    const entry = mark && this.entriesOf(mark).find((e) => this.visible.has(e));
    if (!mark || !entry) return undefined;
    mark.focus({ preventScroll: true });
    void scrollTo(mark);
    return entry;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { outline, marks } = this;
    if (!outline) return nothing;
    const view = new DocumentView(outline, marks);
    return html`<div class="sheet" lang="en" @click=${this.clicked}>
      ${outline.chunks.map((chunk) =>
        guard([chunk, spoken(), view.fingerprint(chunk)], () => html`<div class="chunk">${view.parts(chunk.parts)}</div>`),
      )}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Filter and selection change often, so they touch the marks alone and leave the document as it is.
    if (changed.has("visible") || changed.has("marks") || changed.has("outline")) {
      for (const mark of this.all("mark")) {
        const seen = mark.classList.contains("pointed") || this.entriesOf(mark).some((e) => this.visible.has(e));
        mark.toggleAttribute("data-off", !seen);
      }
      for (const badge of this.all(".badge")) {
        const entry = this.entryOf(badge.dataset["entry"]);
        badge.hidden = !entry || !this.visible.has(entry);
      }
    }
    for (const mark of this.all("[data-current]")) mark.removeAttribute("data-current");
    const number = this.current?.number;
    if (number === undefined) return;
    for (const mark of this.all(`mark[data-entries~="${number}"], .badge[data-entry="${number}"]`)) {
      mark.toggleAttribute("data-current", true);
    }
  }

  private clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const badge = target?.closest<HTMLElement>(".badge");
    const mark = target?.closest<HTMLElement>("mark:not([data-off])");
    if (badge) {
      const entry = this.entryOf(badge.dataset["entry"]);
      if (entry) emit(this, "tc-finding", entry.finding.key);
    } else if (mark && getSelection()?.isCollapsed !== false) {
      // Where passages overlap, each further click goes to the next finding.
      const entries = this.entriesOf(mark).filter((entry) => this.visible.has(entry));
      const at = this.current ? entries.indexOf(this.current) : -1;
      const entry = entries[(at + 1) % entries.length];
      if (entry) emit(this, "tc-finding", entry.finding.key);
    }
  }

  private markAt(start: number): HTMLElement | undefined {
    const marks = this.all("mark");
    return marks.find((mark) => Number(mark.dataset["start"]) >= start);
  }

  private entriesOf(mark: HTMLElement): Entry[] {
    const numbers = mark.dataset["entries"]?.split(" ").filter(Boolean) ?? [];
    return numbers.flatMap((number) => this.entryOf(number) ?? []);
  }

  private entryOf(number: string | undefined): Entry | undefined {
    return this.entries[Number(number) - 1];
  }

  private all(selector: string): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(selector)];
  }

  static override styles = [shared, weights, marks, documentStyle];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-document": TcDocument;
  }
}
