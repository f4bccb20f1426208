import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Assessment, Question } from "tender-check";
import { shared, weights } from "../../style/shared";
import { date, words } from "../../words";
import { emit } from "../events";
import { icons } from "../icons";
import { download } from "../download";
import "../tc-copy";
import { deskStyle } from "./desk-style";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The questions worth asking, to be chosen, copied and saved. */
@customElement("tc-questions")
export class TcQuestions extends LitElement {
  @property({ attribute: false }) assessment: Assessment | undefined;

  /** Those that the user put in or took out, by their words. */
  @state() private own: ReadonlyMap<string, boolean> = new Map();
  @state() private more = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("assessment")) return;
    const known = new Set(this.assessment?.questions.list.map(({ question }) => question));
    this.own = new Map([...this.own].filter(([question]) => known.has(question)));
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.assessment) return nothing;
    const { list, deadline, late } = this.assessment.questions;
    const first = list.filter((question) => question.first);
    const others = list.filter((question) => !question.first);
    const chosen = this.chosen();
    return html`<section class="box" aria-labelledby="questions">
      <h2 id="questions" tabindex="-1">${words("bidding-questions", { count: list.length })}</h2>
      ${deadline === undefined
        ? nothing
        : html`<p class=${late ? "notice" : ""}>${words(late ? "bid-questions-late" : "bid-questions-by", { date: date(deadline) })}</p>`}
      ${list.length === 0
        ? nothing
        : html`
            <p class="quiet small">${words("bid-questions-shared")}</p>
            ${this.items(first)}
            ${others.length > 0
              ? html`<details ?open=${this.more} @toggle=${(event: Event) => (this.more = (event.target as HTMLDetailsElement).open)}>
                  <summary>${words("bid-questions-more", { count: others.length })}</summary>
                  ${this.items(others)}
                </details>`
              : nothing}
            <div class="row no-print">
              <tc-copy .text=${this.letter()} .what=${words("bid-questions-chosen", { count: chosen.length })}></tc-copy>
              <button class="button small" type="button" ?disabled=${chosen.length === 0} @click=${this.saveWord}>
                ${icons.save} ${words("bid-questions-word")}
              </button>
              <button class="button small" type="button" ?disabled=${chosen.length === 0} @click=${this.saveText}>
                ${icons.save} ${words("bid-questions-text")}
              </button>
              <span class="quiet small">${words("bid-questions-chosen", { count: chosen.length })}</span>
            </div>
          `}
    </section>`;
  }

  private items(questions: readonly Question[]): TemplateResult {
    return html`<ul class="plain">
      ${questions.map(
        (question) => html`<li>
          <label class="check">
            <input
              type="checkbox"
              .checked=${this.isChosen(question)}
              @change=${(event: Event) => this.choose(question, (event.target as HTMLInputElement).checked)}
            />
            <span lang="en">${question.text}</span>
          </label>
        </li>`,
      )}
    </ul>`;
  }

  private isChosen(question: Question): boolean {
    return this.own.get(question.question) ?? question.first;
  }

  private choose(question: Question, on: boolean): void {
    this.own = new Map(this.own).set(question.question, on);
  }

  private chosen(): readonly Question[] {
    return this.assessment?.questions.list.filter((question) => this.isChosen(question)) ?? [];
  }

  /** The letter with the questions that are chosen. */
  private letter(): string {
    const questions = this.assessment?.questions;
    if (!questions) return "";
    const numbered = this.chosen().map(({ text }, at) => `${at + 1}. ${text}`);
    return [questions.opening, ...numbered, questions.closing].join("\n\n");
  }

  private saveText(): void {
    download(`${words("bid-questions-file")}.txt`, `${this.letter()}\n`, "text/plain");
  }

  private saveWord(): void {
    const settle = (bytes: Uint8Array<ArrayBuffer>): void => download(`${words("bid-questions-file")}.docx`, bytes, WORD);
    emit(this, "tc-letter", { text: this.letter(), settle });
  }

  static override styles = [
    shared,
    weights,
    deskStyle,
    css`
      li {
        max-inline-size: 52rem;
      }

      details ul {
        margin-block-start: 0.6rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-questions": TcQuestions;
  }
}
