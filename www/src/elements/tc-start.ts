import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Report } from "tender-check";
import { DESKS, type Desk } from "../model/desk";
import { chosenFiles } from "../model/folder";
import type { Own } from "../model/own";
import { shared, weights } from "../style/shared";
import { whatThemes, words } from "../words";
import { emit } from "./events";
import { icons, weightIcons } from "./icons";
import { isLocked, unlock } from "./unlock";
import "./tc-desks";
import "./tc-offline";
import "./tc-own";

const ACCEPTED = ".docx,.xlsx,.xlsm,.xltx,.odt,.ott,.fodt,.ods,.ots,.fods,.pdf,.rtf,.eml,.msg,.html,.htm,.zip,.json,.jsonl,.txt,.md,.markdown,.text";

/** Whether the browser lets a folder be chosen. */
const FOLDERS = "webkitdirectory" in HTMLInputElement.prototype;

/** The first view: takes files or pasted text, shows the example, says what happens to the documents. */
@customElement("tc-start")
export class TcStart extends LitElement {
  /** At which desk the user sits. */
  @property({ attribute: false }) desk: Desk = DESKS[0];
  /** What an organisation sets. */
  @property({ attribute: false }) own: Own = { setAside: [] };
  /** Why nothing came of the last try, if so. */
  @property({ attribute: false }) failure: string | undefined;
  /** The report of a pack of which nothing could be read. */
  @property({ attribute: false }) unread: Report | undefined;

  @state() private empty = false;

  @query("h1") private readonly heading!: HTMLElement;
  @query("input[multiple]") private readonly chooser!: HTMLInputElement;
  @query("input[webkitdirectory]") private readonly folder!: HTMLInputElement;
  @query("textarea") private readonly pasted!: HTMLTextAreaElement;
  @query("[role=alert]") private readonly alert!: HTMLElement | null;

  /** Puts the focus where this view begins: at what went wrong, if anything did. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    (this.alert ?? this.heading).focus();
  }

  /** Takes text that was pasted anywhere on the view. */
  paste(text: string): void {
    this.pasted.value = text;
    this.pasted.focus();
  }

  override render(): TemplateResult {
    return html`
      <div class="hero">
        <h1 tabindex="-1">${words("start-heading")}</h1>
        <p class="lede">${words("start-lede")}</p>
      </div>
      <tc-desks .desk=${this.desk}></tc-desks>
      ${this.problems()}
      <div class="columns">
        <section class="intake" aria-labelledby="check">
          <h2 id="check">${words(`start-check-${this.desk}`)}</h2>
          <div class="drop">
            ${icons.upload}
            <p id="drop-hint">${words("start-drop")}</p>
            <input type="file" multiple hidden accept=${ACCEPTED} @change=${this.chosen} />
            <input type="file" webkitdirectory hidden @change=${this.chosenFolder} />
            <div class="choose">
              <button class="button main" type="button" aria-describedby="drop-hint formats" @click=${this.choose}>
                ${words("start-choose")}
              </button>
              ${FOLDERS
                ? html`<button class="button" type="button" aria-describedby="formats" @click=${this.chooseFolder}>
                    ${icons.folder} ${words("start-choose-folder")}
                  </button>`
                : nothing}
            </div>
            <p id="formats" class="quiet small">${words("start-formats")}</p>
          </div>
          <form @submit=${this.submitText}>
            <label for="text">${words("start-paste")}</label>
            <textarea
              id="text"
              rows="5"
              spellcheck="false"
              aria-invalid=${this.empty ? "true" : nothing}
              aria-describedby=${this.empty ? "text-empty" : nothing}
            ></textarea>
            ${this.empty ? html`<p id="text-empty" class="error">${words("start-paste-empty")}</p>` : nothing}
            <p class="buttons">
              <button class="button" type="submit">${words("start-paste-check")}</button>
              ${this.desk === "drafting"
                ? html`<button class="button" type="button" @click=${this.editText}>${words("start-paste-edit")}</button>`
                : nothing}
            </p>
          </form>
          ${this.desk === "drafting"
            ? html`<h3>${words("start-blank")}</h3>
                <p class="quiet small">${words("start-blank-text")}</p>
                <button class="button" type="button" @click=${() => emit(this, "tc-write", "")}>
                  ${words("start-blank-open")}
                </button>`
            : nothing}
          <tc-own .own=${this.own}></tc-own>
        </section>
        <div class="aside">
          <section class="example" aria-labelledby="example">
            <h2 id="example">${words("start-example")}</h2>
            <p>${words("start-example-text")} ${this.desk === "bidding" ? words("start-example-bidding") : nothing}</p>
            <div class="glimpse" aria-hidden="true">
              <p class="quote">
                ${words("glimpse-before")} <mark class="high">${words("glimpse-quote")}</mark> ${words("glimpse-after")}
              </p>
              <p class="high said"><span class="tag">${weightIcons.high} ${words("tag-high")}</span>
                ${words("glimpse-finding")}</p>
            </div>
            <p class="buttons">
              <button class="button main" type="button" @click=${() => emit(this, "tc-example", null)}>
                ${words("start-example-open")}
              </button>
              <button class="button" type="button" @click=${() => emit(this, "tc-tour", null)}>${words("start-tour")}</button>
            </p>
          </section>
          <section class="privacy" aria-labelledby="privacy">
            <h2 id="privacy">${icons.lock} ${words("privacy-heading")}</h2>
            <p>${words("privacy-text")}</p>
            <tc-offline></tc-offline>
            <details>
              <summary>${words("privacy-how")}</summary>
              <ol>
                <li>${words("privacy-how-network")}</li>
                <li>${words("privacy-how-policy")}</li>
                <li>${words("privacy-how-source")}</li>
              </ol>
            </details>
          </section>
        </div>
      </div>
      <section class="what" aria-labelledby="what">
        <h2 id="what">${words("what-heading")}</h2>
        <dl>
          ${whatThemes().map(
            ({ name, what }) => html`<div>
              <dt>${name}</dt>
              <dd>${what}</dd>
            </div>`,
          )}
        </dl>
        <p class="quiet">${words("what-limits")}</p>
      </section>
    `;
  }

  private problems(): TemplateResult | typeof nothing {
    if (this.unread) {
      const { documents, coverage } = this.unread;
      return html`<div class="notice bad" role="alert" tabindex="-1">
        <h2>${words("unread-heading", { count: documents.length })}</h2>
        <ul>
          ${coverage.files.map(
            (file) => html`<li>
              <strong>${documents[file.document]?.name}</strong>
              ${file.problems.map((problem) => html`<p lang="en">${problem.message}</p>`)}
              ${isLocked(documents[file.document], file.problems)
                ? unlock(documents[file.document]?.name ?? "", file.document)
                : nothing}
            </li>`,
          )}
        </ul>
        <p>${words("unread-next")}</p>
      </div>`;
    }
    if (this.failure === undefined) return nothing;
    return html`<div class="notice bad" role="alert" tabindex="-1">
      <h2>${words("failed-heading")}</h2>
      ${this.failure === "other_version" || this.failure === "not_report"
        ? html`<p>${words(`failed-${this.failure.replace("_", "-")}`)}</p>`
        : html`<p>${words("failed-text")}</p>
            <p class="quiet small">${words("failed-reason", { reason: this.failure })}</p>`}
    </div>`;
  }

  private choose(): void {
    this.chooser.click();
  }

  private chosen(): void {
    const files = [...(this.chooser.files ?? [])];
    this.chooser.value = "";
    if (files.length > 0) emit(this, "tc-files", files);
  }

  private chooseFolder(): void {
    this.folder.click();
  }

  private chosenFolder(): void {
    const files = chosenFiles(this.folder.files ?? []);
    this.folder.value = "";
    if (files.length > 0) emit(this, "tc-files", files);
  }

  private submitText(event: Event): void {
    event.preventDefault();
    const text = this.pasted.value;
    this.empty = text.trim() === "";
    if (this.empty) this.pasted.focus();
    else emit(this, "tc-files", [new File([text], words("pasted-name"), { type: "text/plain" })]);
  }

  /** Opens the text in the editor. */
  private editText(): void {
    const text = this.pasted.value;
    this.empty = text.trim() === "";
    if (this.empty) this.pasted.focus();
    else emit(this, "tc-write", text);
  }

  static override styles = [
    shared,
    weights,
    css`
      :host {
        display: block;
        max-inline-size: 72rem;
        margin-inline: auto;
        padding: clamp(1.25rem, 4vw, 3.5rem) clamp(1rem, 4vw, 2.5rem) 3rem;
      }

      tc-unlock {
        margin-inline: 0;
      }

      .hero {
        max-inline-size: 46rem;
        margin-block-end: clamp(1.25rem, 3vw, 2.5rem);
      }

      h1 {
        font: 500 clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem) / 1.15 var(--serif);
        letter-spacing: -0.01em;
      }

      h1:focus {
        outline: none;
      }

      tc-desks {
        display: block;
        margin-block-end: 1.25rem;
      }

      .lede {
        margin-block-start: 0.9rem;
        font-size: 1.125rem;
        color: var(--quiet);
      }

      h2 {
        font-size: 1.125rem;
      }

      .notice {
        margin-block-end: 1.5rem;
      }

      .notice ul {
        padding-inline-start: 1.2rem;
      }

      .notice :is(ul, p) {
        margin-block-start: 0.4rem;
      }

      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr);
        gap: 1.25rem;
      }

      .aside {
        display: grid;
        gap: 1.25rem;
        align-content: start;
      }

      .columns section {
        padding: clamp(1rem, 2.5vw, 1.75rem);
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      .drop {
        display: grid;
        justify-items: center;
        gap: 0.6rem;
        margin-block: 0.9rem 1.5rem;
        padding: clamp(1.25rem, 4vw, 2.75rem) 1rem;
        border: 2px dashed var(--edge);
        border-radius: 0.75rem;
        background: var(--sheet);
        text-align: center;
      }

      .choose {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0.6rem;
      }

      .drop > .icon {
        inline-size: 2rem;
        block-size: 2rem;
        color: var(--accent);
      }

      :host([dragging]) .drop {
        border-color: var(--accent);
        border-style: solid;
        background: var(--accent-wash);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      h3 {
        margin-block-start: 1.5rem;
        font-size: 1rem;
      }

      h3 + p {
        margin-block: 0.25rem 0.6rem;
      }

      .small {
        font-size: 0.875rem;
      }

      form {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }

      label {
        font-weight: 500;
      }

      tc-own {
        margin-block-start: 1.25rem;
      }

      textarea {
        resize: vertical;
      }

      .error {
        color: var(--high);
        font-weight: 500;
      }

      .example p {
        margin-block: 0.5rem 0.9rem;
      }

      .glimpse {
        margin-block-end: 1rem;
        padding: 0.9rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
        font-size: 0.9375rem;
      }

      .glimpse .quote {
        margin: 0;
        font-family: var(--serif);
      }

      .glimpse mark {
        padding-block: 0.1em;
        border-block-end: 2px solid var(--weight);
        background: var(--weight-wash);
        color: inherit;
      }

      .glimpse .said {
        margin: 0.7rem 0 0;
        padding-inline-start: 0.75rem;
        border-inline-start: 3px solid var(--weight);
      }

      .tag {
        display: flex;
        align-items: center;
        gap: 0.35em;
        color: var(--weight);
        font-weight: 600;
      }

      .privacy h2 {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }

      .privacy h2 .icon {
        color: var(--accent);
      }

      .privacy :is(p, details) {
        margin-block-start: 0.5rem;
      }

      ol {
        padding-inline-start: 1.25rem;
      }

      li + li,
      summary + ol {
        margin-block-start: 0.4rem;
      }

      .what {
        margin-block-start: 2.5rem;
      }

      .what dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 1.25rem 2rem;
        margin-block: 1rem;
      }

      dt {
        padding-block-start: 0.6rem;
        border-block-start: 2px solid var(--accent);
        font-weight: 600;
      }

      @media (max-width: 52rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }

      @media (pointer: coarse) {
        #drop-hint {
          display: none;
        }
      }

      @media (forced-colors: active) {
        .glimpse mark {
          forced-color-adjust: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-start": TcStart;
  }
}
