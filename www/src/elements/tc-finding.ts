import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Report, Source } from "tender-check";
import type { Entry } from "../model/findings";
import { shared, weights } from "../style/shared";
import { date, spoken, titleOf, words, wordsFor } from "../words";
import { emit } from "./events";
import { icons, weightIcons } from "./icons";
import { excerpt, placeLink, placeName } from "./place";
import "./tc-copy";

/** One finding: closed, what and where; open, also why, the sum, the sources and what to do. */
@customElement("tc-finding")
export class TcFinding extends LitElement {
  @property({ attribute: false }) entry: Entry | undefined;
  @property({ attribute: false, hasChanged: otherwiseCalled }) report: Report | undefined;
  /** The texts of the documents. Where other words stand around a passage, the finding is another. */
  @property({ attribute: false, hasChanged: otherwiseMany }) texts: readonly string[] = [];
  /** The document that is being written, by its index: better wording can be put into it. */
  @property({ type: Number }) draft: number | undefined;
  @property({ type: Boolean, reflect: true }) open = false;

  /** Whether the reason for setting it aside is asked for, and was not given. */
  @state() private setting = false;
  @state() private lacking = false;

  @query("h4 button") private readonly button!: HTMLElement | null;
  @query("#reason") private readonly reason!: HTMLTextAreaElement | null;
  @query("#by") private readonly by!: HTMLInputElement | null;
  @query(".aside > button") private readonly asideButton!: HTMLElement | null;

  /** Whether the report is one that was saved, without its documents. */
  private get saved(): boolean {
    return this.texts.length === 0;
  }

  /** Puts the focus on the finding's heading. */
  override focus(options?: FocusOptions): void {
    this.button?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { entry } = this;
    if (!entry) return nothing;
    const { finding, number, weight } = entry;
    return html`<article class=${weight} aria-labelledby="title">
      <h4>
        <button id="title" type="button" aria-expanded=${this.open ? "true" : "false"} @click=${this.toggle}>
          <span class="number"><span class="out-of-sight">${words("finding-word")} </span>${number}</span>
          <span class="heading">
            <span class="tag">${weightIcons[weight]} ${words(`tag-${weight}`)}</span>
            <span class="title">${titleOf(finding.title)}</span>
            ${finding.lot === undefined ? nothing : html`<span class="lot">${finding.lot}</span>`}
          </span>
          ${icons.open}
        </button>
      </h4>
      <div class="body">
        <p lang="en">${finding.message}</p>
        ${this.places()}
        <div class="more">${this.more()}</div>
      </div>
    </article>`;
  }

  private places(): TemplateResult | typeof nothing {
    const { entry, report } = this;
    if (!entry || !report || entry.finding.where.length === 0) return nothing;
    return html`<ul class="places" role="list" aria-label=${words("finding-places")}>
      ${entry.finding.where.map(
        (place) => html`<li>
          <blockquote lang="en">${excerpt(place, this.texts[place.document] ?? "")}</blockquote>
          ${this.saved
            ? html`<span class="quiet">${placeName(place, report)}</span>`
            : placeLink(place, report, "full", entry.finding.key)}
        </li>`,
      )}
    </ul>`;
  }

  private more(): TemplateResult {
    const { why, test, suggestion, question, sources, bucket, own } = this.entry!.finding;
    const about = this.report?.settings?.about;
    const ownName = (part: string): string =>
      about === undefined ? words(`finding-own-${part}`) : words(`finding-own-${part}-of`, { about });
    return html`
      ${test ? html`<h5>${words("finding-sum")}</h5><p class="sum" lang="en">${test.text}</p>` : nothing}
      ${test ? html`<tc-shut-out .finding=${this.entry?.finding} weight=${this.entry?.weight ?? ""}></tc-shut-out>` : nothing}
      ${why ? html`<h5>${words(bucket === "enabler" ? "finding-why-good" : "finding-why")}</h5><p lang="en">${why}</p>` : nothing}
      ${own?.why === undefined ? nothing : html`<h5>${ownName("why")}</h5><p class="lines">${own.why}</p>`}
      ${suggestion ? this.toCopy("suggestion", words("finding-suggestion"), suggestion) : nothing}
      ${own?.suggestion === undefined ? nothing : this.toCopy("own", ownName("suggestion"), own.suggestion)}
      ${question ? this.toCopy("question", words("finding-question"), question) : nothing}
      ${sources.length > 0
        ? html`<h5>${words("finding-sources")}</h5>
            <ul class="sources">
              ${sources.map((source) => this.source(source))}
            </ul>`
        : nothing}
      ${this.saved ? nothing : html`<div class="aside no-print">${this.aside()}</div>`}
    `;
  }

  /** The way to set it aside: a button, then a form that asks why. */
  private aside(): TemplateResult {
    if (!this.setting) {
      return html`<button class="button small" type="button" @click=${this.askReason}>${words("aside-set")}</button>`;
    }
    return html`<form aria-label=${words("aside-set")} @submit=${this.submitAside} @keydown=${this.asideKeyed}>
      <label for="reason">${words("aside-reason")}</label>
      <textarea
        id="reason"
        rows="2"
        maxlength="2000"
        aria-invalid=${this.lacking ? "true" : nothing}
        aria-describedby=${this.lacking ? "reason-lacking" : nothing}
      ></textarea>
      ${this.lacking ? html`<p id="reason-lacking" class="error">${words("aside-reason-lacking")}</p>` : nothing}
      <label for="by">${words("aside-by")}</label>
      <input id="by" maxlength="200" autocomplete="name" />
      <p class="buttons">
        <button class="button small main" type="submit">${words("aside-do")}</button>
        <button class="button small" type="button" @click=${this.endAside}>${words("cancel")}</button>
      </p>
    </form>`;
  }

  private async askReason(): Promise<void> {
    this.setting = true;
    await this.updateComplete;
    this.reason?.focus();
  }

  private async endAside(): Promise<void> {
    this.setting = this.lacking = false;
    await this.updateComplete;
    this.asideButton?.focus();
  }

  private asideKeyed(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    void this.endAside();
  }

  private submitAside(event: Event): void {
    event.preventDefault();
    const finding = this.entry?.finding;
    const reason = this.reason?.value.trim() ?? "";
    this.lacking = reason === "";
    if (this.lacking) this.reason?.focus();
    else if (finding) emit(this, "tc-aside", { finding, reason, by: this.by?.value.trim() ?? "" });
  }

  private toCopy(kind: "suggestion" | "own" | "question", name: string, text: string): TemplateResult {
    return html`<h5>${name}</h5>
      <div class="copy ${kind}">
        <p lang=${kind === "own" ? nothing : "en"}>${text}</p>
        <div class="buttons">
          <tc-copy .text=${text} .what=${name}></tc-copy>
          ${kind !== "question" && this.written
            ? html`<button class="button small" type="button" @click=${() => this.apply(text)}>
                ${words("draft-apply")}<span class="out-of-sight"> ${name}</span>
              </button>`
            : nothing}
        </div>
      </div>`;
  }

  /** Whether it is about the document that is being written. */
  private get written(): boolean {
    return this.draft !== undefined && (this.entry?.finding.where.some(({ document }) => document === this.draft) ?? false);
  }

  private apply(wording: string): void {
    const key = this.entry?.finding.key;
    if (key !== undefined) emit(this, "tc-apply", { key, wording });
  }

  private source({ title, section, says, link, kind, date: checked }: Source): TemplateResult {
    const name = section === undefined ? title : words("source-section", { title, section });
    return html`<li>
      <span class="kind">${wordsFor("source", kind.replaceAll(" ", "-"))}</span>
      ${link?.startsWith("https://")
        ? html`<a lang="en" href=${link} target="_blank" rel="noopener noreferrer"
            >${name}<span class="out-of-sight" lang=${spoken()}> ${words("new-tab")}</span></a
          >`
        : name}${says === undefined ? nothing : html`<span lang="en">: ${says}</span>`}
      <span class="quiet checked">${words("source-checked", { date: date(checked) })}</span>
    </li>`;
  }

  private toggle(): void {
    const key = this.entry?.finding.key;
    if (key !== undefined) emit(this, "tc-open", this.open ? null : key);
  }

  static override styles = [
    shared,
    weights,
    css`
      :host {
        display: block;
        scroll-margin-block: 1rem;
      }

      article {
        border: 1px solid var(--line);
        border-inline-start: 0.3rem solid var(--weight);
        border-radius: var(--radius);
        background: var(--sheet);
      }

      :host([open]) article {
        border-color: var(--weight);
        box-shadow: var(--shadow);
      }

      h4 {
        font-size: 1rem;
      }

      h4 button {
        display: flex;
        gap: 0.7rem;
        inline-size: 100%;
        padding: 0.7rem 0.85rem 0.35rem;
        border: 0;
        background: none;
        font-weight: 600;
        text-align: start;
      }

      .number {
        flex: none;
        min-inline-size: 1.6rem;
        block-size: 1.6rem;
        padding-inline: 0.3rem;
        border: 1px solid var(--weight);
        border-radius: 1rem;
        color: var(--weight);
        font-size: 0.8125rem;
        line-height: 1.5rem;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }

      :host([open]) .number {
        background: var(--weight);
        color: var(--sheet);
      }

      .heading {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .tag {
        display: flex;
        align-items: center;
        gap: 0.35em;
        color: var(--weight);
        font-size: 0.8125rem;
      }

      .lot {
        display: block;
        color: var(--quiet);
        font-size: 0.875rem;
        font-weight: 400;
      }

      button > .icon {
        margin-block-start: 0.2rem;
        color: var(--quiet);
      }

      :host([open]) button > .icon {
        transform: rotate(180deg);
      }

      .body {
        padding: 0 0.85rem 0.85rem;
        font-size: 0.9375rem;
        overflow-wrap: anywhere;
      }

      .places {
        display: grid;
        gap: 0.5rem;
        margin-block-start: 0.5rem;
        list-style: none;
      }

      :host(:not([open])) .places li:nth-child(n + 2) {
        display: none;
      }

      blockquote {
        padding-inline-start: 0.7rem;
        border-inline-start: 2px solid var(--weight);
        font-family: var(--serif);
      }

      blockquote strong {
        font-weight: 600;
        text-decoration: underline;
        text-decoration-color: var(--weight);
        text-decoration-thickness: 2px;
        text-underline-offset: 0.2em;
      }

      :host(:not([open])) blockquote {
        display: none;
      }

      .places .link {
        font-size: 0.875rem;
      }

      .more {
        display: none;
      }

      :host([open]) .more {
        display: block;
      }

      h5 {
        margin-block: 1rem 0.25rem;
        font-size: 0.875rem;
        color: var(--quiet);
        font-weight: 600;
      }

      .sum {
        padding: 0.5rem 0.7rem;
        border-radius: 0.375rem;
        background: var(--weight-wash);
        font-variant-numeric: tabular-nums;
      }

      .copy {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        padding: 0.7rem;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        background: var(--surface);
      }

      .copy p {
        font-family: var(--serif);
        white-space: pre-line;
      }

      .lines {
        white-space: pre-line;
      }

      .aside {
        margin-block-start: 1rem;
      }

      .aside form {
        display: grid;
        gap: 0.4rem;
        padding: 0.7rem;
        border: 1px solid var(--line);
        border-radius: 0.375rem;
        background: var(--surface);
      }

      .aside label {
        font-weight: 500;
      }

      .aside textarea {
        resize: vertical;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      .error {
        color: var(--high);
        font-weight: 500;
      }

      .sources {
        padding-inline-start: 1.1rem;
      }

      .sources li + li {
        margin-block-start: 0.35rem;
      }

      .kind {
        font-weight: 600;
      }

      .kind::after {
        content: " ·";
      }

      .checked {
        font-size: 0.8125rem;
      }

      @media print {
        h4,
        h5 {
          break-after: avoid;
        }

        .sum,
        .copy,
        .places li {
          break-inside: avoid;
        }

        .sources a::after {
          content: " (" attr(href) ")";
          overflow-wrap: anywhere;
        }

        .more,
        .places li:nth-child(n + 2),
        blockquote {
          display: block !important;
        }

        button > .icon {
          display: none;
        }
      }
    `,
  ];
}

function otherwiseMany(now: readonly string[] | undefined, before: readonly string[] | undefined): boolean {
  return now?.length !== before?.length;
}

/** Whether a report names its documents, or whose settings it was made with, in another way: no more of it is shown here. */
function otherwiseCalled(now: Report | undefined, before: Report | undefined): boolean {
  const called = (report: Report | undefined): string =>
    [report?.settings?.about, ...(report?.documents.map(({ name }) => name) ?? [])].join("\n");
  return called(now) !== called(before);
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-finding": TcFinding;
  }
}
