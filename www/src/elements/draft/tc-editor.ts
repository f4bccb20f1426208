import { LitElement, css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Document, Place } from "tender-check";
import { Alignment, seat, type Draft } from "../../model/draft";
import type { Entry } from "../../model/findings";
import { marks, shared, unseen, weights } from "../../style/shared";
import { words } from "../../words";
import { download } from "../download";
import { emit } from "../events";
import { icons } from "../icons";
import { Editing, type Mark } from "./editing";

/** A draft that is being written, with the passages that findings rest on marked. */
@customElement("tc-editor")
export class TcEditor extends LitElement {
  @property({ attribute: false }) draft: Draft | undefined;
  /** The draft as it was read. */
  @property({ attribute: false }) document: Document | undefined;
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) visible: ReadonlySet<Entry> = new Set();
  /** The finding at hand. */
  @property({ attribute: false }) current: Entry | undefined;

  @state() private undoable = false;
  @state() private redoable = false;

  @query("#editor") private readonly place!: HTMLElement;

  private editing: Editing | undefined;
  private aligned: { document: Document; alignment: Alignment } | undefined;
  private version = 0;
  private timer = 0;
  /** Whether there is something that was not saved. */
  private unsaved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeunload", this.leaving);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.leaving);
    clearTimeout(this.timer);
    this.editing?.close();
    this.editing = undefined;
  }

  /** Brings a passage into sight; with `focus`, the caret goes there too. */
  async show(place: Place, focus: boolean): Promise<void> {
    await this.updateComplete;
    const mark = this.markAt(place);
    if (mark) this.editing?.show(mark, focus);
  }

  /** Goes to the passage after the caret, or before it, and tells its finding. */
  step(direction: 1 | -1): Entry | undefined {
    return this.editing?.step(direction, (entry) => this.visible.has(entry));
  }

  /** Puts better wording into the text: in place of whole sentences, behind the sentence of which something is a part. */
  apply(entry: Entry, wording: string): void {
    const { editing } = this;
    const mark = editing?.find(entry);
    if (!editing || !mark) return;
    const { from, to, before } = seat(editing.text, mark.from, mark.to);
    editing.put(from, to, before + wording.replace(/\s*\n+\s*/g, " "));
    emit(this, "tc-say", words(from === to ? "draft-added-said" : "draft-applied-said"));
  }

  override focus(): void {
    this.editing?.view.focus();
  }

  protected override firstUpdated(): void {
    const { draft } = this;
    if (!draft || !(this.renderRoot instanceof ShadowRoot)) return;
    this.version = draft.version;
    this.editing = new Editing(this.place, this.renderRoot, draft.text, draft.version, {
      changed: () => this.changed(),
      entered: (mark) => {
        if (mark) emit(this, "tc-caret", mark.entry.finding.key);
      },
      asked: (entry) => emit(this, "tc-finding", entry.finding.key),
    });
    if (!draft.copy) this.editing.view.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { draft, document, editing } = this;
    if (!draft || !document || !editing) return;
    if (!editing.knows(draft.version)) editing.reset(draft.text, (this.version = draft.version));
    if (changed.has("entries") || changed.has("visible") || changed.has("draft")) {
      if (this.aligned?.document !== document) {
        this.aligned = { document, alignment: new Alignment(draft.text, document, this.aligned?.alignment) };
      }
      const { alignment } = this.aligned;
      const seen = this.entries.filter((entry) => this.visible.has(entry));
      const marks = seen.flatMap((entry) => {
        const here = entry.finding.where.filter((place) => place.document === draft.document);
        const once = new Map(here.map((place) => [`${place.start}-${place.end}`, place]));
        return [...once.values()].map((place): Mark => ({ ...alignment.of(place), entry }));
      });
      editing.mark(draft.version, marks);
    }
    this.place.dataset["current"] = this.current === undefined ? "" : String(this.current.number);
  }

  override render(): TemplateResult {
    const { draft } = this;
    const button = (name: string, act: () => void, off = false): TemplateResult =>
      html`<button class="button small" type="button" ?disabled=${off} @click=${act}>${words(name)}</button>`;
    return html`
      <p id="note" class="note">${words(draft?.copy ? "draft-copy" : "draft-own")}</p>
      <div class="bar" role="group" aria-label=${words("draft-bar")}>
        ${button("draft-undo", () => this.editing?.undo(), !this.undoable)}
        ${button("draft-redo", () => this.editing?.redo(), !this.redoable)}
        <button class="button small" type="button" @click=${() => this.save("md", "text/markdown")}>
          ${icons.save} ${words("draft-save-md")}
        </button>
        ${button("draft-save-txt", () => this.save("txt", "text/plain"))}
        ${button("draft-end", () => emit(this, "tc-edit", null))}
      </div>
      <div id="editor" class="sheet"></div>
      <p id="keys" class="quiet keys">${words("draft-keys")}</p>
    `;
  }

  private changed(): void {
    this.unsaved = true;
    this.undoable = this.editing?.canUndo ?? false;
    this.redoable = this.editing?.canRedo ?? false;
    clearTimeout(this.timer);
    // What one key does comes in several changes. No pause is made: the check is another thread's work, and each is begun when
    // the one before is done.
    this.timer = window.setTimeout(() => {
      if (!this.editing) return;
      this.version += 1;
      emit(this, "tc-draft", { text: this.editing.take(this.version), version: this.version });
    });
  }

  private markAt(place: Place): Mark | undefined {
    const entry = this.entries.find(({ finding }) => finding.where.includes(place));
    const from = this.aligned?.alignment.of(place).from;
    return entry && this.editing?.find(entry, from);
  }

  private save(ending: string, type: string): void {
    const name = this.draft?.name.replace(/\.md$/, "") ?? "";
    download(`${name}.${ending}`, this.editing?.text ?? "", `${type};charset=utf-8`);
    this.unsaved = false;
  }

  private readonly leaving = (event: Event): void => {
    if (this.unsaved) event.preventDefault();
  };

  static override styles = [
    shared,
    weights,
    marks,
    css`
      :host {
        display: block;
        max-inline-size: 52rem;
        margin-inline: auto;
      }

      .note,
      .keys {
        font-size: 0.875rem;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-block: 0.6rem;
      }

      .bar .button:disabled {
        border-color: var(--line);
        background: none;
        color: var(--quiet);
        cursor: default;
      }

      .sheet {
        margin-block-end: 0.6rem;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        box-shadow: var(--shadow);
      }

      .sheet .cm-editor {
        min-block-size: 24rem;
        border-radius: inherit;
      }

      .sheet .cm-editor.cm-focused {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }

      .sheet .cm-scroller {
        font: 1rem/1.65 var(--serif);
      }

      .sheet .cm-content {
        padding: clamp(1rem, 4vw, 2.25rem);
        min-block-size: 24rem;
        caret-color: var(--ink);
      }

      .sheet .cm-line {
        padding: 0;
      }

      [data-begins]::before {
        content: attr(data-begins) " ";
        ${unseen}
        white-space: nowrap;
      }

      .badge {
        min-inline-size: 1.5rem;
        block-size: 1.5rem;
        margin-inline: 0.15rem;
        padding: 0 0.3rem;
        border: 1px solid var(--weight);
        border-radius: 0.75rem;
        background: var(--sheet);
        color: var(--weight);
        font: 600 0.75rem/1.3rem var(--sans);
        vertical-align: 0.1em;
      }

      .badge::before {
        content: attr(data-entry);
      }

      @media (forced-colors: active) {
        mark {
          background: Mark;
          color: MarkText;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-editor": TcEditor;
  }
}
