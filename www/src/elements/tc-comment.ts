import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { CheckerError, type Commented } from "tender-check";
import { shared } from "../style/shared";
import { words, wordsFor } from "../words";
import { download } from "./download";
import { emit } from "./events";
import { icons } from "./icons";

/** The way back into Word, or PDF: a copy of the author's file with the findings in it. */
@customElement("tc-comment")
export class TcComment extends LitElement {
  /** Index of the document in the pack, and the name of its file. */
  @property({ type: Number }) document = 0;
  @property() name = "";
  @property() format: "docx" | "pdf" = "docx";

  @state() private busy = false;
  @state() private outcome: string | undefined;
  @state() private failed = false;

  @query("input") private readonly changes!: HTMLInputElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("name")) this.outcome = undefined;
  }

  override render(): TemplateResult {
    const isPdf = this.format === "pdf";
    return html`
      <div class="row">
        <button class="button small" type="button" aria-disabled=${this.busy ? "true" : "false"} @click=${this.asked}>
          ${icons.save}${words(isPdf ? "comment-pdf-save" : "comment-save")}
        </button>
        ${isPdf ? nothing : html`<label><input type="checkbox" />${words("comment-changes")}</label>`}
      </div>
      <p role="status" class=${this.failed ? "notice bad" : "quiet"} ?hidden=${!this.outcome}>${this.outcome ?? nothing}</p>
    `;
  }

  private asked(): void {
    if (this.busy) return;
    this.busy = true;
    const { document, name, format } = this;
    const settle = (outcome: Commented | Error): void => {
      this.busy = false;
      if (name !== this.name) return;
      this.failed = outcome instanceof Error;
      if (outcome instanceof Error) {
        const why = outcome.message.replaceAll("_", "-");
        const reason = outcome instanceof CheckerError ? outcome.reason : undefined;
        if (reason === "word") this.outcome = wordsFor("comment", why);
        else if (reason === "pdf") this.outcome = wordsFor("comment-pdf", why);
        else this.outcome = words("comment-failed", { reason: outcome.message });
        return;
      }
      const { bytes, comments, changes } = outcome;
      const isPdf = format === "pdf";
      this.outcome = isPdf ? words("comment-pdf-done", { comments }) : words("comment-done", { comments, changes });
      if (comments > 0) download(copyName(name, isPdf), new Uint8Array(bytes), isPdf ? "application/pdf" : WORD);
    };
    emit(this, "tc-comment", { document, changes: this.changes?.checked ?? false, settle });
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 1rem;
        font-size: 0.875rem;
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: 0.45rem;
        min-block-size: 2rem;
      }

      input {
        flex: none;
        inline-size: 1.15rem;
        block-size: 1.15rem;
        min-block-size: 0;
        margin: 0;
        accent-color: var(--accent);
      }

      p {
        margin-block-start: 0.4rem;
        font-size: 0.875rem;
      }
    `,
  ];
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The name of the copy: that of the file, marked as reviewed. */
function copyName(name: string, isPdf: boolean): string {
  const file = name.split(/[/\\]/u).at(-1) ?? name;
  return words(isPdf ? "comment-pdf-name" : "comment-name", { name: file.replace(/\.[^.]*$/u, "") });
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-comment": TcComment;
  }
}
