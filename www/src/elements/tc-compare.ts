import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Finding, Report } from "tender-check";
import { weightOf } from "../model/findings";
import type { Compared } from "../model/state";
import { shared, weights } from "../style/shared";
import { titleOf, words } from "../words";
import { emit } from "./events";
import { weightIcons } from "./icons";
import { shorten } from "./place";

/** Findings of one of the two reports that had the same fate. */
interface Fate {
  readonly name: "new" | "changed" | "unchanged" | "aside" | "mended" | "gained" | "lost";
  readonly findings: readonly Finding[];
  /** Whether they are in the report at hand, where one can go to them. */
  readonly here: boolean;
}

/** Holds the report against an earlier one: asks for it, then tells what was mended, what is new and what stayed. */
@customElement("tc-compare")
export class TcCompare extends LitElement {
  @property({ attribute: false }) report: Report | undefined;
  @property({ attribute: false }) compared: Compared | undefined;

  @state() private busy = false;
  @state() private failed = false;

  @query("input[type=file]") private readonly chooser!: HTMLInputElement | null;
  @query("h2") private readonly heading!: HTMLElement | null;

  override render(): TemplateResult {
    const { compared } = this;
    return html`
      ${compared ? this.fates(compared) : nothing}
      <p class="buttons no-print">
        <input type="file" multiple hidden @change=${this.chosen} />
        <button class="button small" type="button" ?disabled=${this.busy} @click=${() => this.chooser?.click()}>
          ${words(this.busy ? "compare-busy" : compared ? "compare-other" : "compare")}
        </button>
        ${compared
          ? html`<button class="button small" type="button" @click=${() => this.compare([])}>${words("compare-end")}</button>`
          : nothing}
      </p>
      ${this.failed ? html`<p class="notice bad" role="alert">${words("compare-failed")}</p>` : nothing}
    `;
  }

  private fates({ name, report, later, comparison }: Compared): TemplateResult {
    const { mended, new: fresh, changed, unchanged, set_aside: aside } = comparison;
    const of = (from: Report, indexes: readonly number[], good = false): Finding[] =>
      indexes.flatMap((i) => from.findings[i] ?? []).filter(({ bucket }) => (bucket === "enabler") === good);
    const second = (pairs: readonly [number, number][]): number[] => pairs.map(([, j]) => j);
    const fates: Fate[] = [
      { name: "mended", findings: of(report, mended), here: false },
      { name: "new", findings: of(later, fresh), here: true },
      { name: "changed", findings: of(later, second(changed)), here: true },
      { name: "unchanged", findings: of(later, second(unchanged)), here: true },
      { name: "aside", findings: of(later, second(aside)), here: false },
      { name: "gained", findings: of(later, fresh, true), here: true },
      { name: "lost", findings: of(report, mended, true), here: false },
    ];
    const count = (fate: Fate["name"]): number => fates.find((one) => one.name === fate)?.findings.length ?? 0;
    const counts = { mended: count("mended"), new: count("new"), changed: count("changed"), unchanged: count("unchanged") };
    return html`
      <h2 tabindex="-1">${words("compare-heading", { name })}</h2>
      <p class="sum" role="status">${words("compare-sum", counts)}</p>
      ${fates.filter(({ findings }) => findings.length > 0).map((fate) => this.fate(fate))}
    `;
  }

  private fate({ name, findings, here }: Fate): TemplateResult {
    return html`<details ?open=${name === "mended" || name === "new"}>
      <summary>${words(`compare-${name}`, { count: findings.length })}</summary>
      <ul role="list">
        ${findings.map((finding) => {
          const quote = finding.where[0]?.quote;
          return html`<li class=${weightOf(finding)}>
            ${weightIcons[weightOf(finding)]}
            <span>
              ${here
                ? html`<button class="link" type="button" @click=${() => emit(this, "tc-finding", finding.key)}>
                    ${titleOf(finding.title)}
                  </button>`
                : titleOf(finding.title)}
              ${quote === undefined ? nothing : html`<span class="quiet quote" lang="en">“${shorten(quote.trim(), 120)}”</span>`}
            </span>
          </li>`;
        })}
      </ul>
    </details>`;
  }

  private chosen(): void {
    const files = [...(this.chooser?.files ?? [])];
    if (this.chooser) this.chooser.value = "";
    if (files.length > 0) this.compare(files);
  }

  private compare(files: readonly File[]): void {
    this.busy = files.length > 0;
    this.failed = false;
    const settle = (error?: unknown): void => {
      this.busy = false;
      this.failed = error !== undefined;
      if (files.length > 0 && error === undefined) void this.updateComplete.then(() => this.heading?.focus());
    };
    emit(this, "tc-compare", { files, settle });
  }

  static override styles = [
    shared,
    weights,
    css`
      :host {
        display: block;
      }

      h2 {
        font: 500 1.25rem/1.3 var(--serif);
        overflow-wrap: anywhere;
      }

      h2:focus {
        outline: none;
      }

      .sum {
        margin-block: 0.3rem 0.6rem;
        font-weight: 500;
      }

      details {
        margin-block-end: 0.5rem;
      }

      ul {
        display: grid;
        gap: 0.4rem;
        margin-block: 0.4rem;
        list-style: none;
      }

      li {
        display: flex;
        gap: 0.5rem;
        overflow-wrap: anywhere;
      }

      li > .icon {
        margin-block-start: 0.2rem;
        color: var(--weight);
      }

      .quote {
        display: block;
        font-size: 0.875rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-compare": TcCompare;
  }
}
