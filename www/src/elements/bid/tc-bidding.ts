import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import type { Result } from "../../model/session";
import { shared } from "../../style/shared";
import { words } from "../../words";
import "../tc-copy";

/** The bidder's desk: what a tender means for one organisation. */
@customElement("tc-bidding")
export class TcBidding extends LitElement {
  @property({ attribute: false }) result: Result | undefined;

  @query("h1") private readonly heading!: HTMLElement;

  /** Puts the focus where this view begins. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.result) return nothing;
    const { findings } = this.result.report;
    const questions = [...new Set(findings.flatMap(({ question, set_aside }) => (question && !set_aside ? [question] : [])))];
    return html`
      <h1 tabindex="-1">${words("bidding-heading")}</h1>
      <h2>${words("bidding-questions", { count: questions.length })}</h2>
      <ul>
        ${questions.map((question) => html`<li>${question}</li>`)}
      </ul>
      ${questions.length > 0 ? html`<tc-copy .text=${questions.join("\n\n")}></tc-copy>` : nothing}
    `;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-inline-size: 72rem;
        margin-inline: auto;
        padding: clamp(1.25rem, 4vw, 2.5rem) clamp(1rem, 4vw, 2.5rem) 3rem;
      }

      h1 {
        font: 500 clamp(1.5rem, 1.1rem + 1.8vw, 2.125rem) / 1.2 var(--serif);
      }

      h1:focus {
        outline: none;
      }

      h2 {
        margin-block: 1.5rem 0.6rem;
        font-size: 1.25rem;
      }

      ul {
        display: grid;
        gap: 0.5rem;
        max-inline-size: 46rem;
        margin-block-end: 1rem;
        padding-inline-start: 1.25rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-bidding": TcBidding;
  }
}
