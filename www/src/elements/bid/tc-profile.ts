import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";

import type { Costs, Profile, Reference } from "tender-check";
import { NATIONS } from "../../model/circumstances";
import {
  ACCOUNTS,
  COVERS,
  FORMS,
  NUMBERS,
  filled,
  typedAmount,
  withEntry,
  withField,
  withReference,
} from "../../model/profile";
import { shared } from "../../style/shared";
import { figure, words } from "../../words";
import { download } from "../download";
import { emit } from "../events";
import { icons } from "../icons";
import { deskStyle } from "./desk-style";

/** Costs as a form asks for them. */
const COSTS = ["surplus", "wages", "supplier_days", "set_up"] as const satisfies readonly (keyof Costs)[];
/** From here on numbers are written with commas; years are not. */
const GROUPED = 10_000;
/** Years of turnover that the form asks for. */
const YEARS = 3;

/** What an organisation tells of itself: a form, a file, and, only if asked, kept on this device. */
@customElement("tc-profile")
export class TcProfile extends LitElement {
  @property({ attribute: false }) profile: Profile = {};
  @property({ type: Boolean }) kept = false;
  /** What was wrong with the last file, a line for each thing. */
  @property({ attribute: false }) wrong: readonly string[] = [];

  /** Names of fields in which something stands that is no number. */
  @state() private bad: ReadonlySet<string> = new Set();

  /** Whether the form is seen, once that was chosen: it does not close while it is filled in. */
  @state() private open: boolean | undefined;

  @query("input[type=file]") private readonly chooser!: HTMLInputElement;

  override render(): TemplateResult {
    const { profile } = this;
    const empty = filled(profile) === 0;
    return html`<section class="box" aria-labelledby="profile">
      <h2 id="profile" tabindex="-1">${words("bid-profile")}</h2>
      ${empty ? html`<p>${words("bid-profile-empty")}</p>` : nothing}
      ${this.wrong.length > 0
        ? html`<div class="notice bad" role="alert">
            <p>${words("bid-profile-wrong")}</p>
            <ul>
              ${this.wrong.map((line) => html`<li>${line}</li>`)}
            </ul>
          </div>`
        : nothing}
      <details ?open=${this.open ?? empty} @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}>
        <summary>${empty ? words("bid-profile-fill") : words("bid-profile-change", { name: profile.name ?? words("bid-profile-you") })}</summary>
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${this.who()} ${this.money()} ${this.covers()} ${this.record()} ${this.cash()}
        </form>
      </details>
      <div class="row no-print">
        <input type="file" accept=".toml" hidden @change=${this.opened} />
        <button class="button small" type="button" @click=${() => this.chooser.click()}>${words("bid-profile-open")}</button>
        <button class="button small" type="button" ?disabled=${empty} @click=${() => emit(this, "tc-profile-save", null)}>
          ${icons.save} ${words("bid-profile-save")}
        </button>
        <button class="button small" type="button" ?disabled=${empty} @click=${() => emit(this, "tc-forget", null)}>
          ${words("bid-profile-forget")}
        </button>
      </div>
      <label class="check no-print">
        <input type="checkbox" .checked=${live(this.kept)} @change=${this.keep} />
        <span>${words("bid-profile-keep")}</span>
      </label>
    </section>`;
  }

  private who(): TemplateResult {
    return this.group("who", [
      this.text("name"),
      this.choice("legal_form", FORMS),
      this.choice("nation", NATIONS),
      this.number("years_trading"),
      this.number("staff"),
      this.flag("living_wage"),
    ]);
  }

  private money(): TemplateResult {
    const now = new Date().getFullYear();
    const known = Object.keys(this.profile.turnover ?? {}).map(Number);
    const last = Math.max(...known, now - 1);
    const years = new Set([...known, ...Array.from({ length: YEARS }, (_, back) => last - back)]);
    const turnover = [...years].sort((a, b) => b - a).map((year) =>
      this.input(`turnover-${year}`, words("bid-field-turnover", { year: String(year) }), this.profile.turnover?.[year], (amount) =>
        this.set("turnover", withEntry(this.profile.turnover, String(year), amount)),
      ),
    );
    return this.group("money", [
      ...turnover,
      this.choice("accounts", ACCOUNTS),
      this.number("accounts_years"),
      this.number("net_assets"),
      this.number("current_ratio"),
      this.number("acid_test"),
      this.number("credit_score"),
      this.flag("parent"),
    ]);
  }

  private covers(): TemplateResult {
    const fields = COVERS.map((cover) =>
      this.input(`cover-${cover}`, words(`bid-cover-${cover}`), this.profile.cover?.[cover], (amount) =>
        this.set("cover", withEntry(this.profile.cover, cover, amount)),
      ),
    );
    return this.group("cover", fields);
  }

  private record(): TemplateResult {
    const { accreditations, in_progress, references } = this.profile;
    const lines = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    const coming = Object.entries(in_progress ?? {}).map(([name, day]) => (day === "" ? name : `${name}: ${day}`));
    const rows: readonly Reference[] = [...(references ?? []), {}];
    return html`<fieldset>
      <legend>${words("bid-group-record")}</legend>
      <div class="fields">
        <label class="wide">
          <span>${words("bid-field-accreditations")}</span>
          <textarea
            rows="3"
            .value=${live((accreditations ?? []).join("\n"))}
            @change=${(event: Event) => this.setList(lines((event.target as HTMLTextAreaElement).value))}
          ></textarea>
        </label>
        <label class="wide">
          <span>${words("bid-field-in_progress")}</span>
          <textarea
            rows="3"
            .value=${live(coming.join("\n"))}
            @change=${(event: Event) => this.setComing(lines((event.target as HTMLTextAreaElement).value))}
          ></textarea>
        </label>
        <label class="check wide">
          <input
            type="checkbox"
            .checked=${live(accreditations !== undefined)}
            @change=${(event: Event) => this.set("accreditations", (event.target as HTMLInputElement).checked ? (accreditations ?? []) : undefined)}
          />
          <span>${words("bid-field-accreditations-all")}</span>
        </label>
        ${this.number("largest_contract")}
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${words("bid-references")}>
        <table>
          <caption>
            ${words("bid-references")}
          </caption>
          <thead>
            <tr>
              ${["buyer", "year", "value", "public"].map((name) => html`<th scope="col">${words(`bid-reference-${name}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((reference, at) => this.reference(reference, at))}
          </tbody>
        </table>
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${live(references !== undefined)}
          @change=${(event: Event) => this.set("references", (event.target as HTMLInputElement).checked ? (references ?? []) : undefined)}
        />
        <span>${words("bid-references-all")}</span>
      </label>
    </fieldset>`;
  }

  private reference(reference: Reference, at: number): TemplateResult {
    const change = (next: Reference): void => this.set("references", withReference(this.profile.references ?? [], at, next));
    const label = (name: string): string => `${words(`bid-reference-${name}`)} ${at + 1}`;
    const set = <Name extends keyof Reference>(name: Name, value: Reference[Name] | undefined): void => {
      const { [name]: _, ...rest } = reference;
      change(value === undefined ? rest : { ...rest, [name]: value });
    };
    const number = (name: "year" | "value"): TemplateResult => {
      const id = `reference-${at}-${name}`;
      return html`<input
        inputmode="decimal"
        aria-label=${label(name)}
        aria-invalid=${this.bad.has(id) ? "true" : nothing}
        .value=${live(shown(reference[name]))}
        @change=${(event: Event) => this.typed(id, event, (amount) => set(name, amount))}
      />`;
    };
    const shownFlag = reference.public === undefined ? "" : String(reference.public);
    return html`<tr>
      <td>
        <input
          aria-label=${label("buyer")}
          .value=${live(reference.buyer ?? "")}
          @change=${(event: Event) => set("buyer", valueOf(event).trim() || undefined)}
        />
      </td>
      <td>${number("year")}</td>
      <td>${number("value")}</td>
      <td>
        <select
          aria-label=${label("public")}
          @change=${(event: Event) => set("public", flagOf(valueOf(event)))}
        >
          ${flagOptions(shownFlag)}
        </select>
      </td>
    </tr>`;
  }

  private cash(): TemplateResult {
    const costs = COSTS.map((name) =>
      this.input(`costs-${name}`, words(`bid-field-${name}`), this.profile.costs?.[name], (amount) =>
        this.set("costs", withEntry(this.profile.costs as Record<string, number> | undefined, name, amount)),
      ),
    );
    return this.group("cash", [this.number("cash"), this.flag("vat"), ...costs]);
  }

  private group(name: string, fields: readonly TemplateResult[]): TemplateResult {
    return html`<fieldset>
      <legend>${words(`bid-group-${name}`)}</legend>
      <div class="fields">${fields}</div>
    </fieldset>`;
  }

  private text(name: "name"): TemplateResult {
    return html`<label>
      <span>${words(`bid-field-${name}`)}</span>
      <input .value=${live(this.profile[name] ?? "")} @change=${(event: Event) => this.set(name, valueOf(event).trim() || undefined)} />
    </label>`;
  }

  private number(name: (typeof NUMBERS)[number]): TemplateResult {
    return this.input(name, words(`bid-field-${name}`), this.profile[name], (amount) => this.set(name, amount));
  }

  private input(id: string, label: string, value: number | undefined, set: (amount: number | undefined) => void): TemplateResult {
    const bad = this.bad.has(id);
    return html`<label>
      <span>${label}</span>
      <input
        inputmode="decimal"
        .value=${live(shown(value))}
        aria-invalid=${bad ? "true" : nothing}
        aria-describedby=${bad ? `${id}-bad` : nothing}
        @change=${(event: Event) => this.typed(id, event, set)}
      />
      ${bad ? html`<span id="${id}-bad" class="error">${words("bid-not-number")}</span>` : nothing}
    </label>`;
  }

  private choice<Name extends "legal_form" | "nation" | "accounts">(
    name: Name,
    options: readonly NonNullable<Profile[Name]>[],
  ): TemplateResult {
    const prefix = name === "nation" ? "nation" : `bid-${name}`;
    return html`<label>
      <span>${words(`bid-field-${name}`)}</span>
      <select @change=${(event: Event) => this.set(name, options.find((option) => option === valueOf(event)))}>
        <option value="" .selected=${this.profile[name] === undefined}>${words("bid-not-said")}</option>
        ${options.map(
          (option) => html`<option value=${option} .selected=${this.profile[name] === option}>
            ${words(`${prefix}-${option.replaceAll("_", "-")}`)}
          </option>`,
        )}
      </select>
    </label>`;
  }

  private flag(name: "living_wage" | "parent" | "vat"): TemplateResult {
    const value = this.profile[name] === undefined ? "" : String(this.profile[name]);
    return html`<label>
      <span>${words(`bid-field-${name}`)}</span>
      <select @change=${(event: Event) => this.set(name, flagOf(valueOf(event)))}>
        ${flagOptions(value)}
      </select>
    </label>`;
  }

  private typed(id: string, event: Event, set: (amount: number | undefined) => void): void {
    const amount = typedAmount(valueOf(event), id === "net_assets");
    const bad = new Set(this.bad);
    if (amount === null) bad.add(id);
    else bad.delete(id);
    this.bad = bad;
    if (amount !== null) set(amount);
  }

  private setList(list: string[]): void {
    this.set("accreditations", list.length > 0 ? list : undefined);
  }

  /** "ISO 9001: 2026-06-30", a line each. */
  private setComing(lines: string[]): void {
    const entries = lines.map((line): [string, string] => {
      const match = /^(.*?)[:,]?\s*(\d{4}-\d{2}-\d{2})$/u.exec(line);
      return match ? [match[1] ?? line, match[2] ?? ""] : [line, ""];
    });
    this.set("in_progress", entries.length > 0 ? Object.fromEntries(entries) : undefined);
  }

  private set<Name extends keyof Profile>(name: Name, value: Profile[Name] | undefined): void {
    this.profile = withField(this.profile, name, value as Profile[Name]);
    emit(this, "tc-profile", this.profile);
  }

  private keep(event: Event): void {
    emit(this, "tc-keep", { what: "profile", on: (event.target as HTMLInputElement).checked });
  }

  private opened(): void {
    const [file] = this.chooser.files ?? [];
    this.chooser.value = "";
    if (file) emit(this, "tc-profile-open", file);
  }

  /** Hands the profile to the reader as a file. */
  save(text: string): void {
    download(words("bid-profile-file"), text, "application/toml");
  }

  static override styles = [
    shared,
    deskStyle,
    css`
      form {
        margin-block-start: 0.9rem;
      }

      fieldset + fieldset {
        margin-block-start: 1.5rem;
      }

      legend {
        padding: 0;
        margin-block-end: 0.5rem;
        font-weight: 600;
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
        gap: 0.75rem 1rem;
        align-items: end;
      }

      .wide {
        grid-column: span 2;
      }

      .fields label:not(.check) {
        display: grid;
        gap: 0.2rem;
        font-size: 0.9375rem;
      }

      table {
        min-inline-size: 34rem;
        margin-block-start: 0.9rem;
      }

      td {
        padding: 0.25rem;
      }

      .error {
        color: var(--high);
        font-size: 0.875rem;
      }

      @media (max-width: 36rem) {
        .wide {
          grid-column: auto;
        }
      }
    `,
  ];
}

function shown(value: number | undefined): string {
  return value === undefined ? "" : value >= GROUPED ? figure(value) : String(value);
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

function flagOf(text: string): boolean | undefined {
  return text === "" ? undefined : text === "true";
}

function flagOptions(value: string): TemplateResult[] {
  const options = { "": "bid-not-said", true: "bid-yes", false: "bid-no" };
  return Object.entries(options).map(
    ([option, name]) => html`<option value=${option} .selected=${value === option}>${words(name)}</option>`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-profile": TcProfile;
  }
}
