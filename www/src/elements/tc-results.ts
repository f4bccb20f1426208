import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Document, Place, Report } from "tender-check";
import { textOf } from "../model/outline";
import { ALL, listing, seen, type Entry, type Filter, type Listing } from "../model/findings";
import type { Own } from "../model/own";
import type { Result } from "../model/state";
import { shared } from "../style/shared";
import { words } from "../words";
import { emit, type Events } from "./events";
import { icons } from "./icons";
import { resultsStyle } from "./results-style";
import "./tc-circumstances";
import "./tc-documents";
import type { TcDocuments } from "./tc-documents";
import "./tc-findings";
import type { TcFindings } from "./tc-findings";
import "./tc-own";

type Pane = "findings" | "document";

/** The report beside the documents, and the ways from one to the other. */
@customElement("tc-results")
export class TcResults extends LitElement {
  @property({ attribute: false }) result: Result | undefined;
  /** What an organisation sets, and what was set aside. */
  @property({ attribute: false }) own: Own = { setAside: [] };

  /** Which of the two is seen where there is no room for both. */
  @property({ reflect: true }) pane: Pane = "findings";

  @state() private filter: Filter = ALL;
  /** The findings that the filter lets through, and the filter that did. */
  private visible: ReadonlySet<Entry> = new Set();
  private visibleBy: Filter | undefined;
  @state() private current: string | null = null;
  @state() private index = 0;
  @state() private pointed: Place | undefined;

  @query("h1") private readonly heading!: HTMLElement;
  @query("tc-findings") private readonly findings!: TcFindings | null;
  @query("tc-documents") private readonly documents!: TcDocuments | null;

  private list: Listing | undefined;
  /** What gets the focus once the pack is judged again: a finding by its key, or by its place in the list. */
  private next: string | number | undefined;
  private texts: readonly string[] = [];
  private readonly known = new WeakMap<Document, string>();
  /** Whether a document was taken out or put back. */
  private moved = false;

  /** Puts the focus where the report begins. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
  }

  /** Puts the focus on one of the two halves. */
  async go(pane: Pane): Promise<void> {
    this.pane = pane;
    await this.updateComplete;
    if (pane === "document") this.documents?.focus();
    else this.heading.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.keyed);
    // What stands below the findings or in them nobody needs before them. Where it does not load, all else is there.
    const below = [import("./tc-compare"), import("./tc-coverage"), import("./tc-set-aside"), import("./tc-shut-out")];
    for (const part of below) part.catch(() => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.keyed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.result) return;
    const before = this.list;
    if (changed.has("result")) this.heed(changed);
    // A theme of which nothing is found any more hides nothing.
    const { theme } = this.filter;
    if (theme !== undefined && !this.list?.themes.some(({ name }) => name === theme)) this.filter = { weights: this.filter.weights };
    if (this.list && (before !== this.list || this.visibleBy !== this.filter)) this.visible = seen(this.list, this.filter);
    this.visibleBy = this.filter;
  }

  private heed(changed: PropertyValues<this>): void {
    if (!this.result) return;
    const before = changed.get("result");
    // Who begins to write wants the text, also where there is room for one half only.
    if (!before && this.result.draft) this.pane = "document";
    if (before?.report === this.result.report) return;
    this.list = listing(this.result.report, this.list);
    if (before?.documents !== this.result.documents) this.texts = this.result.documents.map((document) => this.textOf(document));
    if (before?.draft && before.draft.name === this.result.draft?.name) {
      this.keepOpen(before.report);
      return;
    }
    if (before && before.documents !== this.result.documents) this.follow(before, this.result);
    if (before) emit(this, "tc-say", words("judged-again", this.list.counts));
  }

  private textOf(document: Document): string {
    const text = this.known.get(document) ?? textOf(document);
    this.known.set(document, text);
    return text;
  }

  /** Keeps to the document that is seen, or goes to what took its place. */
  private follow(before: Result, { documents }: Result): void {
    const seen = before.documents[this.index];
    const back = documents.find((document) => !before.documents.includes(document));
    const next = back ?? seen;
    const at = next ? documents.indexOf(next) : -1;
    this.index = at >= 0 ? at : Math.max(0, Math.min(this.index, documents.length - 1));
    if (!this.entry(this.current)) this.current = null;
    this.pointed = undefined;
    // Who begins to write wants the text.
    this.moved = this.result?.draft === undefined;
  }

  /** While somebody types, the words of a finding change and so does its key: the one that is open stays open. */
  private keepOpen(before: Report): void {
    const open = before.findings.find((finding) => finding.key === this.current);
    if (!open || this.entry(open.key)) return;
    const alike = this.list?.entries.filter(({ finding }) => finding.rule === open.rule && finding.lot === open.lot) ?? [];
    const start = open.where[0]?.start ?? 0;
    const distance = (entry: Entry): number => Math.abs((entry.finding.where[0]?.start ?? 0) - start);
    this.current = alike.toSorted((a, b) => distance(a) - distance(b))[0]?.finding.key ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.moved) void this.documents?.arrive();
    this.moved = false;
    const judged = changed.has("result") && changed.get("result")?.report !== this.result?.report;
    if (!judged || this.next === undefined) return;
    const { next } = this;
    this.next = undefined;
    void this.goOn(next);
  }

  /** What had the focus is gone: puts it on what took its place. */
  private async goOn(next: string | number): Promise<void> {
    const shown = this.findings?.shown ?? [];
    const entry = typeof next === "number" ? shown[Math.min(next, shown.length - 1)] : this.entry(next);
    if (entry && this.visible.has(entry)) await this.findings?.show(entry.finding.key, true);
    else this.heading.focus();
  }

  private asideAsked({ detail }: CustomEvent<Events["tc-aside"]>): void {
    this.next = this.findings?.shown.findIndex((entry) => entry.finding.key === detail.finding.key);
  }

  override render(): TemplateResult | typeof nothing {
    const { result, list } = this;
    if (!result || !list) return nothing;
    const current = list.entries.find((entry) => entry.finding.key === this.current);
    const saved = result.documents.length === 0;
    const unread = result.report.coverage.files.filter((file) => file.read !== "whole").length;
    return html`
      <div class="switch no-print" role="group" aria-label=${words("switch")}>
        ${this.toggle("findings", words("switch-findings", { count: list.entries.length }))}
        ${this.toggle("document", words("switch-document", { count: result.report.documents.length }))}
      </div>
      <div
        class="panes"
        @tc-filter=${(event: CustomEvent<Filter>) => (this.filter = event.detail)}
        @tc-open=${this.opened}
        @tc-aside=${this.asideAsked}
        @tc-restore=${(event: CustomEvent<string>) => (this.next = event.detail)}
        @tc-finding=${this.findingAsked}
        @tc-caret=${this.caretMoved}
        @tc-apply=${this.applyAsked}
        @tc-passage=${this.passageAsked}
        @tc-document=${(event: CustomEvent<number>) => (this.index = event.detail)}
      >
        <section class="findings" aria-labelledby="heading">
          <div class="top">
            <h1 id="heading" tabindex="-1">${this.headline(result, { ...list.counts, unread })}</h1>
            <p class="quiet">${words("results-limits")}</p>
            ${saved ? html`<p class="notice">${words("saved-report")}</p>` : nothing}
            ${this.blank(result) ? nothing : this.reading(result.report)}
            ${saved ? nothing : html`<tc-own .own=${this.own}></tc-own>`}
          </div>
          <tc-circumstances
            .report=${result.report}
            .found=${result.found}
            .given=${result.given}
            ?fixed=${saved}
          ></tc-circumstances>
          ${saved ? nothing : html`<tc-compare .compared=${result.compared}></tc-compare>`}
          <h2 class="out-of-sight">${words("findings-heading")}</h2>
          ${this.blank(result) ? html`<p class="notice">${words("draft-blank-text")}</p>` : nothing}
          <tc-findings
            .report=${result.report}
            .listing=${list}
            .texts=${this.texts}
            .visible=${this.visible}
            .filter=${this.filter}
            .current=${this.current}
            .draft=${result.draft?.document}
          ></tc-findings>
          <p class="keys quiet no-print">${words("keys")}</p>
          <tc-set-aside .report=${result.report} ?fixed=${saved}></tc-set-aside>
          <h2 id="coverage" tabindex="-1">${words("coverage")}</h2>
          <tc-coverage .report=${result.report}></tc-coverage>
        </section>
        <section class="document no-print" aria-label=${words("documents", { count: result.report.documents.length })}>
          <tc-documents
            .documents=${result.documents}
            .report=${result.report}
            .listing=${list}
            .visible=${this.visible}
            .current=${current}
            .pointed=${this.pointed}
            .index=${this.index}
            .removed=${result.removed}
            .draft=${result.draft}
          ></tc-documents>
        </section>
      </div>
    `;
  }

  private headline(result: Result, counts: Record<string, number>): string {
    return this.blank(result) ? words("draft-blank") : words("results-heading", counts);
  }

  /** Whether there is nothing yet but a blank page. */
  private blank({ draft, documents }: Result): boolean {
    return documents.length === 1 && draft?.text.trim() === "";
  }

  private toggle(pane: Pane, name: string): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${this.pane === pane ? "true" : "false"}
      @click=${() => (this.pane = pane)}
    >
      ${name}
    </button>`;
  }

  /** One line on what was read, so that few findings are never taken for few barriers. */
  private reading({ coverage }: Report): TemplateResult {
    const whole = coverage.files.filter((file) => file.read === "whole").length;
    const args = { files: coverage.files.length, whole, undecided: coverage.undecided.length };
    const complete = whole === coverage.files.length;
    return html`<p class=${complete ? "reading" : "reading notice"}>
      ${complete ? nothing : icons.warning}
      <span
        >${words("results-read", args)}
        <button class="link no-print" type="button" @click=${this.toCoverage}>${words("results-read-more")}</button>
      </span>
    </p>`;
  }

  private toCoverage(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>("#coverage");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  private opened(event: CustomEvent<string | null>): void {
    this.current = event.detail;
    const place = this.entry(event.detail)?.finding.where[0];
    if (place && !this.narrow) void this.showPassage(place, false);
  }

  private async findingAsked(event: CustomEvent<string>): Promise<void> {
    this.pane = "findings";
    this.current = event.detail;
    await this.updateComplete;
    await this.findings?.show(event.detail, true);
  }

  /** The finding in which somebody writes is opened beside the text, which keeps the focus. */
  private async caretMoved({ detail: key }: CustomEvent<string>): Promise<void> {
    this.current = key;
    const entry = this.entry(key);
    if (entry) emit(this, "tc-say", words("draft-caret", { number: entry.number, title: entry.finding.title }));
    await this.updateComplete;
    if (!this.narrow) await this.findings?.show(key, false);
  }

  private async applyAsked({ detail }: CustomEvent<Events["tc-apply"]>): Promise<void> {
    const entry = this.entry(detail.key);
    const { draft } = this.result ?? {};
    if (!entry || !draft) return;
    this.index = draft.document;
    this.pane = "document";
    await this.updateComplete;
    await this.documents?.apply(entry, detail.wording);
  }

  private passageAsked(event: CustomEvent<{ place: Place; key?: string }>): void {
    const { place, key } = event.detail;
    if (key !== undefined) this.current = key;
    this.pointed = key === undefined ? place : undefined;
    void this.showPassage(place, true);
  }

  /** Shows a passage that no finding needs to rest on. */
  async toPassage(place: Place): Promise<void> {
    this.pointed = place;
    await this.showPassage(place, true);
  }

  private async showPassage(place: Place, focus: boolean): Promise<void> {
    this.index = place.document;
    if (focus) this.pane = "document";
    await this.updateComplete;
    await this.documents?.show(place, focus);
  }

  /** F8 and Shift+F8: the next and the last finding or, in a document, the next and the last passage. */
  private readonly keyed = (event: KeyboardEvent): void => {
    if (this.hidden || event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const direction = event.shiftKey ? -1 : 1;
    const active = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    if (active === this.documents || (this.narrow && this.pane === "document")) this.stepPassage(direction);
    else void this.stepFinding(direction);
  };

  private stepPassage(direction: 1 | -1): void {
    const next = this.documents?.step(direction);
    if (!next) return;
    this.current = next.finding.key;
    void this.findings?.show(this.current, false);
  }

  private async stepFinding(direction: 1 | -1): Promise<void> {
    const shown = this.findings?.shown ?? [];
    const at = shown.findIndex((entry) => entry.finding.key === this.current);
    const next = at < 0 && direction < 0 ? shown.at(-1) : shown[(at + direction + shown.length) % shown.length];
    if (!next) return;
    this.current = next.finding.key;
    await this.updateComplete;
    await this.findings?.show(next.finding.key, true);
    const place = next.finding.where[0];
    if (place && !this.narrow) await this.showPassage(place, false);
  }

  private entry(key: string | null): Entry | undefined {
    return this.list?.entries.find((entry) => entry.finding.key === key);
  }

  private get narrow(): boolean {
    return !matchMedia(TWO_PANES).matches;
  }

  static override styles = [shared, resultsStyle];
}

/** Where there is room for the findings and the document side by side; the style has the same bounds. */
const TWO_PANES = "(min-width: 60rem) and (min-height: 30rem)";

declare global {
  interface HTMLElementTagNameMap {
    "tc-results": TcResults;
  }
}
