import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, queryAll, state } from "lit/decorators.js";

import type { Circumstances, Given, Known, Report } from "tender-check";
import {
  BUYERS,
  FIELDS,
  NATIONS,
  NATURES,
  REGIMES,
  known,
  typedNumber,
  withField,
  type Field,
} from "../model/circumstances";
import { shared } from "../style/shared";
import { date, figure, money, words, wordsFor } from "../words";
import { circumstancesStyle } from "./circumstances-style";
import { emit } from "./events";
import { placeLink, shorten } from "./place";

/** A pause in typing after which the pack is judged again. */
const PAUSE = 350;

/** Places that are shown of what the documents say. */
const MOST_PLACES = 3;

type Amount = "value" | "months";
type Choice = "nature" | "nation" | "buyer" | "regime";

const CHOICES: Record<Choice, readonly string[]> = {
  nature: NATURES,
  nation: NATIONS,
  buyer: BUYERS,
  regime: REGIMES,
};

/** What the findings are judged against: what the documents say of it, and what the user says instead. */
@customElement("tc-circumstances")
export class TcCircumstances extends LitElement {
  @property({ attribute: false, hasChanged: otherCircumstances }) report: Report | undefined;
  /** The circumstances as they are when the user says nothing. */
  @property({ attribute: false }) found: Circumstances | undefined;
  @property({ attribute: false }) given: Given = {};
  /** Whether nothing can be changed: the report is one that was saved. */
  @property({ type: Boolean }) fixed = false;

  /** What was typed and makes no sense. */
  @state() private wrong: ReadonlySet<Amount> = new Set();
  @state() private open: boolean | undefined;

  @queryAll("input[data-field]") private readonly inputs!: NodeListOf<HTMLInputElement>;

  private timer = 0;

  protected override willUpdate(): void {
    // Without a value hardly anything can be judged: so the form asks for it.
    if (this.report && this.open === undefined) this.open = this.report.circumstances.value.value === null;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const active = this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
    for (const input of this.inputs) {
      const field = input.dataset["field"] as Amount | "as_of";
      if (input === active || (field !== "as_of" && this.wrong.has(field))) continue;
      input.value = this.shown(field);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const { value } = report.circumstances;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words("circumstances")}</h2>
      <p class="summary">${this.summary(report.circumstances)}</p>
      ${this.fixed ? nothing : this.form(report, value)}
    </section>`;
  }

  private form(report: Report, value: Known<number>): TemplateResult {
    return html`${value.value === null ? html`<p class="notice">${words("circumstances-ask-value")}</p>` : nothing}
      <details ?open=${this.open} @toggle=${this.toggled}>
        <summary>${words("circumstances-change")}</summary>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${this.amount("value")} ${this.amount("months")} ${this.choice("nation")} ${this.day()}
          ${this.choice("nature")} ${this.choice("buyer")} ${this.choice("regime")}
          <div class="derived">${this.derived(report)}</div>
        </form>
      </details>`;
  }

  private summary(circumstances: Circumstances): string {
    const fields = Object.keys(FIELDS) as Field[];
    return fields
      .map((field) => {
        const { value } = known(circumstances, field);
        return value === null ? words(`circumstances-no-${field}`) : this.inWords(field, value, "summary");
      })
      .join(" · ");
  }

  /** What follows from the fields, or stands in the documents beside them. */
  private derived(report: Report): TemplateResult {
    const { annual_value: annual, above_threshold: above } = report.circumstances;
    return html`${annual.value === null
      ? nothing
      : html`<p>${words("circumstances-annual", { amount: money(annual.value) })}</p>
          <div class="origin">${this.said(annual, report)}</div>`}
    ${above.value === null
      ? nothing
      : html`<p>${words(above.value ? "circumstances-above" : "circumstances-below")}</p>`}`;
  }

  private amount(field: Amount): TemplateResult {
    const wrong = this.wrong.has(field);
    return this.field(
      field,
      html`<input
        id=${field}
        data-field=${field}
        inputmode="decimal"
        autocomplete="off"
        aria-describedby="${wrong ? `${field}-wrong ` : ""}${field}-origin"
        aria-invalid=${wrong ? "true" : nothing}
        @input=${this.typing}
        @change=${this.typed}
      />`,
      wrong ? html`<p id="${field}-wrong" class="wrong">${words(`circumstances-wrong-${field}`)}</p>` : nothing,
    );
  }

  private day(): TemplateResult {
    return this.field(
      "as_of",
      html`<input
        id="as_of"
        data-field="as_of"
        type="date"
        aria-describedby="as_of-origin"
        @change=${(event: Event) => this.set("as_of", (event.target as HTMLInputElement).value || undefined)}
      />`,
    );
  }

  private choice(field: Choice): TemplateResult {
    const value = this.report && known(this.report.circumstances, field).value;
    return this.field(
      field,
      html`<select
        id=${field}
        aria-describedby="${field}-origin"
        @change=${(event: Event) => this.chosen(field, (event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${value === null}>${words("circumstances-unknown")}</option>
        ${CHOICES[field].map(
          (choice) => html`<option value=${choice} .selected=${choice === value}>
            ${this.inWords(field, choice)}
          </option>`,
        )}
      </select>`,
    );
  }

  private field(
    field: Field,
    control: TemplateResult,
    wrong: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<div class="field ${field}">
      <label for=${field}>${words(`circumstances-${field}`)}</label>
      ${control} ${wrong}
      <div id="${field}-origin" class="origin">${this.origin(field)}</div>
    </div>`;
  }

  /** Where it comes from, with a link to the passage, and the way back from what the user set. */
  private origin(field: Field): TemplateResult | typeof nothing {
    const { report, found } = this;
    if (!report || !found) return nothing;
    if (!(field in this.given)) return this.said(known(report.circumstances, field), report);
    const before = known(found, field);
    return html`${words("origin-given")}
      ${before.value === null ? nothing : html`${this.inWords(field, before.value)}: ${this.said(before, report)}`}
      <button class="link" type="button" @click=${() => this.set(field, undefined)}>
        ${words(before.value === null ? "origin-clear" : "origin-undo")}<span class="out-of-sight">
          ${words(`circumstances-${field}`)}</span
        >
      </button>`;
  }

  private said({ origin, where }: Known<number | string>, report: Report): TemplateResult {
    const places = where?.slice(0, MOST_PLACES).map((place) => html`<li><span lang="en">“${shorten(place.quote)}”</span> ${placeLink(place, report, "short")}</li>`) ?? [];
    return html`${words(`origin-${origin}`)}${places.length > 0 ? html`<ul>${places}</ul>` : nothing}`;
  }

  private inWords(field: Field, value: number | string, where: "summary" | "field" = "field"): string {
    switch (field) {
      case "value":
        return money(Number(value));
      case "months":
        return words("months", { count: Number(value) });
      case "as_of":
        return where === "summary"
          ? words("circumstances-as-of-day", { date: date(String(value)) })
          : date(String(value));
      default:
        return wordsFor(field, String(value).replaceAll("_", "-"));
    }
  }

  private shown(field: Amount | "as_of"): string {
    const value = this.report && known(this.report.circumstances, field).value;
    if (value === null || value === undefined) return "";
    return field === "as_of" ? String(value) : figure(Number(value));
  }

  private typing(event: Event): void {
    const input = event.target as HTMLInputElement;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.take(input, false), PAUSE);
  }

  private typed(event: Event): void {
    clearTimeout(this.timer);
    this.take(event.target as HTMLInputElement, true);
  }

  private take(input: HTMLInputElement, finished: boolean): void {
    const field = input.dataset["field"] as Amount;
    const number = typedNumber(input.value, field);
    // Someone who is still typing is not told that it is wrong.
    if (number === null && !finished) return;
    const wrong = new Set(this.wrong);
    if (number === null) wrong.add(field);
    else wrong.delete(field);
    this.wrong = wrong;
    if (number !== null && number !== this.given[field]) this.set(field, number);
  }

  private chosen(field: Choice, value: string): void {
    this.set(field, (value === "" ? undefined : value) as Given[Choice]);
  }

  private set<Name extends Field>(field: Name, value: Given[Name] | undefined): void {
    if (value === undefined && !(field in this.given)) return this.requestUpdate();
    emit(this, "tc-give", withField(this.given, field, value));
  }

  private toggled(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }

  static override styles = [shared, circumstancesStyle];
}

/** While a draft is written, what did not change is the same object. */
function otherCircumstances(now: Report | undefined, before: Report | undefined): boolean {
  return now?.circumstances !== before?.circumstances || now?.documents !== before?.documents;
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-circumstances": TcCircumstances;
  }
}
