import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { FileCoverage, Report, RuleSettings } from "tender-check";
import { shared } from "../style/shared";
import { words, wordsFor } from "../words";

/** What was read, what was not and why, and which rules could not decide. */
@customElement("tc-coverage")
export class TcCoverage extends LitElement {
  @property({ attribute: false, hasChanged: otherCoverage }) report: Report | undefined;

  override render(): TemplateResult | typeof nothing {
    const { report } = this;
    if (!report) return nothing;
    const { files, undecided, rules } = report.coverage;
    return html`
      <ul class="files" role="list">
        ${files.map((file) => this.file(file, report))}
      </ul>
      ${undecided.length > 0
        ? html`<h3>${words("coverage-undecided", { count: undecided.length })}</h3>
            <p class="quiet">${words("coverage-undecided-text")}</p>
            <dl>
              ${undecided.map(
                ({ rule, reason }) => html`<div>
                  <dt>${ruleName(rule)}</dt>
                  <dd>${reason}</dd>
                </div>`,
              )}
            </dl>`
        : nothing}
      ${this.settings(report)}
      <h3>${words("coverage-rules", { count: rules.length })}</h3>
      <p class="quiet">${words("coverage-rules-text")}</p>
      ${rules.length > 0
        ? html`<details>
            <summary>${words("coverage-rules-list")}</summary>
            <ul class="rules">
              ${rules.map((rule) => html`<li>${ruleName(rule)}</li>`)}
            </ul>
          </details>`
        : nothing}
    `;
  }

  /** Which rules were turned off or changed. */
  private settings({ settings }: Report): TemplateResult | typeof nothing {
    if (!settings || settings.rules.length === 0) return nothing;
    return html`<h3>${words("coverage-settings")}</h3>
      <dl class="settings">
        ${settings.rules.map(
          (rule) => html`<div>
            <dt>${ruleName(rule.rule)}</dt>
            <dd>${changes(rule)}</dd>
          </div>`,
        )}
      </dl>`;
  }

  private file({ document, read, words: count, tables, problems }: FileCoverage, report: Report): TemplateResult {
    const summary = report.documents[document];
    const facts = [
      wordsFor("format", summary?.format ?? "unknown"),
      ...(summary?.pages ? [words("pages", { count: summary.pages })] : []),
      words("count-words", { count }),
      ...(tables > 0 ? [words("count-tables", { count: tables })] : []),
    ];
    return html`<li class=${read}>
      <strong>${summary?.name}</strong>
      <span class="state">${words(`read-${read}`)}</span>
      ${read === "none" ? nothing : html`<p class="quiet">${facts.join(" · ")}</p>`}
      ${problems.map((problem) => html`<p class="notice" lang="en">${problem.message}</p>`)}
    </li>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-wrap: anywhere;
      }

      ul,
      dl {
        list-style: none;
      }

      .files {
        display: grid;
        gap: 0.6rem;
        margin-block-start: 0.6rem;
      }

      .files li {
        padding: 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--sheet);
      }

      .state {
        display: inline-block;
        margin-inline-start: 0.4rem;
        padding: 0 0.5rem;
        border: 1px solid currentColor;
        border-radius: 1rem;
        color: var(--enabler);
        font-size: 0.8125rem;
        font-weight: 600;
      }

      .part .state {
        color: var(--medium);
      }

      .none .state {
        color: var(--high);
      }

      .files p {
        font-size: 0.875rem;
      }

      .notice {
        margin-block-start: 0.5rem;
      }

      h3 {
        margin-block: 1.1rem 0.2rem;
        font-size: 1rem;
      }

      dl > div {
        padding-block: 0.45rem;
        border-block-end: 1px solid var(--line);
        font-size: 0.9375rem;
      }

      dt {
        font-weight: 600;
      }

      .rules {
        columns: 12rem;
        padding: 0.4rem 0 0;
        font-size: 0.875rem;
      }
    `,
  ];
}

/** What is set for a rule, in a few words. */
function changes({ off, severity, thresholds = [], own, reason }: RuleSettings): string {
  return [
    ...(off ? [words("setting-off")] : []),
    ...(severity === undefined ? [] : [words("setting-severity", { severity: words(`weight-${severity}`) })]),
    ...thresholds.map(({ name, value, usual }) => words("setting-threshold", { name, value, usual })),
    ...(own === undefined ? [] : [words("setting-words")]),
    ...(reason === undefined ? [] : [words("setting-reason", { reason })]),
  ].join(" ");
}

/** `insurance.public-liability` as "Insurance: public liability". */
function ruleName(rule: string): string {
  const [theme = rule, ...rest] = rule.split(".");
  const name = rest.join(" ").replaceAll("-", " ");
  return name === "" ? wordsFor("theme", theme) : words("rule-name", { theme: wordsFor("theme", theme), name });
}

/** While a draft is written, what did not change is the same object. */
function otherCoverage(now: Report | undefined, before: Report | undefined): boolean {
  return now?.coverage !== before?.coverage || now?.documents !== before?.documents || now?.settings !== before?.settings;
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-coverage": TcCoverage;
  }
}
