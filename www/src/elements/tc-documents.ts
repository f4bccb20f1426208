import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { keyed as keyedBy } from "lit/directives/keyed.js";

import type { Document, DocumentSummary, Place, Report } from "tender-check";
import type { Draft } from "../model/draft";
import type { Entry, Listing } from "../model/findings";
import { mark, type Marks } from "../model/marks";
import { outline, type Outline } from "../model/outline";
import { shared } from "../style/shared";
import { words, wordsFor } from "../words";
import { emit } from "./events";
import type { TcEditor } from "./draft/tc-editor";
import { icons } from "./icons";
import { isLocked, unlock } from "./unlock";
import "./tc-comment";
import "./tc-document";
import type { TcDocument } from "./tc-document";

/** The documents of the pack, one at a time, each with what of it could not be read. */
@customElement("tc-documents")
export class TcDocuments extends LitElement {
  @property({ attribute: false }) documents: readonly Document[] = [];
  @property({ attribute: false }) report: Report | undefined;
  @property({ attribute: false }) listing: Listing | undefined;
  @property({ attribute: false }) visible: ReadonlySet<Entry> = new Set();
  @property({ attribute: false }) current: Entry | undefined;
  /** A passage to be shown though no finding rests on it. */
  @property({ attribute: false }) pointed: Place | undefined;
  /** The document that is being written. */
  @property({ attribute: false }) draft: Draft | undefined;
  /** Which document is seen. */
  @property({ type: Number }) index = 0;
  /** Names of documents that were taken out of the pack. */
  @property({ attribute: false }) removed: readonly string[] = [];

  @query("tc-document") private readonly document!: TcDocument | null;
  @query("tc-editor:not([hidden])") private readonly editor!: TcEditor | null;
  @query("h2") private readonly heading!: HTMLElement | null;

  /** Whether the editor could not be loaded. */
  @state() private broken = false;

  private editing: Promise<unknown> | undefined;
  private readonly outlines = new WeakMap<Document, Outline>();
  private marked: { outline: Outline; listing: Listing; pointed: Place | undefined; marks: Marks } | undefined;

  /** Brings a passage of the document at hand into sight. */
  async show(place: Place, focus: boolean): Promise<void> {
    await this.updateComplete;
    await (this.editor ?? this.document)?.show(place, focus);
  }

  /** Goes to the passage after or before the one that has the focus, and tells its finding. */
  step(direction: 1 | -1): Entry | undefined {
    return (this.editor ?? this.document)?.step(direction);
  }

  /** Puts better wording into the draft. */
  async apply(entry: Entry, wording: string): Promise<void> {
    await this.updateComplete;
    this.editor?.apply(entry, wording);
  }

  protected override willUpdate(): void {
    // The editor is loaded when somebody begins to write.
    if (this.draft && !this.editing) {
      this.editing = import("./draft/tc-editor").then(
        () => this.requestUpdate(),
        () => (this.broken = true),
      );
    }
  }

  /** Puts the focus on the document that is seen, among the others. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    (this.tab(this.index) ?? this.heading)?.focus();
  }

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { documents, listing, report, index } = this;
    const document = documents[index];
    if (report && documents.length === 0) return this.absent(report);
    if (!document || !listing || !report) return nothing;
    const problems = report.coverage.files.find((file) => file.document === index)?.problems ?? [];
    // That a page is empty on which one begins to write is no news.
    const isBlank = this.draft?.document === index && this.draft.text.trim() === "";
    return html`
      <h2 tabindex="-1" class="out-of-sight">${words("documents", { count: documents.length })}</h2>
      ${documents.length > 1 ? this.tabs() : html`<p class="name">${document.name} ${this.format(document)}</p>`}
      ${this.removed.length > 0 ? this.gone() : nothing}
      <div
        id="panel"
        role=${documents.length > 1 ? "tabpanel" : nothing}
        aria-labelledby=${documents.length > 1 ? `tab-${index}` : nothing}
      >
        ${(isBlank ? [] : problems).map(({ message }) => html`<p class="notice" lang="en">${message}</p>`)}
        ${isLocked(document, problems) ? unlock(document.name, index) : nothing}
        ${this.written(listing)} ${this.draft?.document === index ? nothing : this.read(document, listing)}
      </div>
    `;
  }

  /** The draft, which stays where it is while another document is seen, so that nothing of it is lost. */
  private written(listing: Listing): unknown {
    const { draft, index } = this;
    if (!draft) return nothing;
    if (this.broken) return html`<p class="notice bad" role="alert">${words("draft-broken")}</p>`;
    return keyedBy(
      draft.name,
      html`<tc-editor
        ?hidden=${draft.document !== index}
        .draft=${draft}
        .document=${this.documents[draft.document]}
        .entries=${listing.entries}
        .visible=${this.visible}
        .current=${this.current}
      ></tc-editor>`,
    );
  }

  /** The document as it was read. */
  private read(document: Document, listing: Listing): TemplateResult {
    const { index } = this;
    const outline = this.outlineOf(document);
    return html`
        ${(document.format === "docx" || document.format === "pdf") && document.blocks.length > 0
          ? html`<tc-comment .document=${index} .name=${document.name} .format=${document.format}></tc-comment>`
          : nothing}
        ${document.blocks.length > 0
          ? html`<p class="edit">
              <button class="button small" type="button" @click=${() => emit(this, "tc-edit", index)}>
                ${words("draft-edit")}
              </button>
            </p>`
          : nothing}
        ${document.blocks.length > 0
          ? html`<tc-document
              .outline=${outline}
              .marks=${this.marksOf(outline, listing)}
              .entries=${listing.entries}
              .visible=${this.visible}
              .current=${this.current}
            ></tc-document>`
          : nothing}
    `;
  }

  /** A report that was saved names its documents and does not hold them. */
  private absent({ documents }: Report): TemplateResult {
    return html`
      <h2 tabindex="-1" class="out-of-sight">${words("documents", { count: documents.length })}</h2>
      <p class="notice">${words("saved-documents")}</p>
      ${documents.map((document) => html`<p class="name">${document.name} ${this.format(document)}</p>`)}
    `;
  }

  /** A tab each, with its button beside it. The list owns the tabs from afar: it may hold nothing else. */
  private tabs(): TemplateResult {
    const { documents } = this;
    return html`<div class="tabs">
      <div role="tablist" aria-label=${words("documents-list")} aria-owns=${documents.map((_, i) => `tab-${i}`).join(" ")}></div>
      ${documents.map((document, i) => {
        const selected = i === this.index;
        const state = this.report?.coverage.files.find((file) => file.document === i)?.read ?? "whole";
        return html`<div class="entry">
          <button
            id="tab-${i}"
            role="tab"
            type="button"
            aria-selected=${selected ? "true" : "false"}
            aria-controls="panel"
            aria-keyshortcuts="Delete"
            tabindex=${selected ? 0 : -1}
            @click=${() => emit(this, "tc-document", i)}
            @keydown=${this.keyed}
          >
            <span class="file">${document.name}</span>
            ${state === "whole" ? this.format(document) : html`<span class="state">${words(`read-${state}`)}</span>`}
          </button>
          <button
            class="remove no-print"
            type="button"
            title=${words("document-remove")}
            aria-label=${words("document-remove-name", { name: document.name })}
            tabindex=${selected ? 0 : -1}
            @click=${() => emit(this, "tc-remove", i)}
          >
            ${icons.remove}
          </button>
        </div>`;
      })}
    </div>`;
  }

  /** What was taken out, each with its way back. */
  private gone(): TemplateResult {
    return html`<ul class="removed no-print" aria-label=${words("documents-removed")}>
      ${this.removed.map(
        (name, i) => html`<li>
          <span>${words("document-removed", { name })}</span>
          <button
            class="link"
            type="button"
            aria-label=${words("document-put-back-name", { name })}
            @click=${() => emit(this, "tc-put-back", i)}
          >
            ${words("document-put-back")}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  private format({ format, pages }: Pick<DocumentSummary, "format"> & { pages?: number | null }): TemplateResult {
    const name = wordsFor("format", format);
    return html`<span class="quiet">${pages ? `${name} · ${words("pages", { count: pages })}` : name}</span>`;
  }

  private async keyed(event: KeyboardEvent): Promise<void> {
    if (event.key === "Delete") emit(this, "tc-remove", this.index);
    const last = this.documents.length - 1;
    const to = {
      ArrowRight: this.index === last ? 0 : this.index + 1,
      ArrowLeft: this.index === 0 ? last : this.index - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    emit(this, "tc-document", to);
    await this.updateComplete;
    this.tab(to)?.focus();
  }

  private tab(index: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`#tab-${index}`);
  }

  private outlineOf(document: Document): Outline {
    const made = this.outlines.get(document) ?? outline(document);
    this.outlines.set(document, made);
    return made;
  }

  private marksOf(outline: Outline, listing: Listing): Marks {
    const { marked, pointed } = this;
    if (marked?.outline === outline && marked.listing === listing && marked.pointed === pointed) return marked.marks;
    const marks = mark(outline, this.index, listing.entries, pointed);
    this.marked = { outline, listing, pointed, marks };
    return marks;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      .name {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        max-inline-size: 52rem;
        margin: 0 auto 0.6rem;
        font-size: 0.9375rem;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .name .quiet {
        font-weight: 400;
      }

      .tabs {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
      }

      /* It is empty, and no gap is to follow it. */
      [role="tablist"] {
        position: absolute;
      }

      .entry {
        display: flex;
        max-inline-size: 100%;
        border: 1px solid var(--line);
        border-block-end: 3px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: 0.875rem;
      }

      .entry:has([aria-selected="true"]) {
        border-color: var(--accent);
        background: var(--sheet);
      }

      @media (forced-colors: active) {
        .entry:has([aria-selected="true"]) {
          border-color: Highlight;
        }
      }

      .entry button {
        border: 0;
        border-radius: var(--radius);
        background: none;
      }

      .entry button:hover {
        background: var(--accent-wash);
      }

      [role="tab"] {
        display: grid;
        align-content: center;
        min-inline-size: 0;
        padding: 0.4rem 0.3rem 0.4rem 0.8rem;
        text-align: start;
      }

      .remove {
        flex: none;
        min-inline-size: 2rem;
        padding: 0 0.4rem;
        color: var(--quiet);
      }

      .remove:hover {
        color: var(--ink);
      }

      .removed {
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
        list-style: none;
        color: var(--quiet);
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }

      .file {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .state {
        color: var(--high);
      }

      .edit {
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
      }

      .notice {
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-documents": TcDocuments;
  }
}
