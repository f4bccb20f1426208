import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { DESKS, type Desk } from "../model/desk";
import { shared } from "../style/shared";
import { words } from "../words";
import { deskIcons } from "./icons";

/** The way from one desk to the other: links, so that the address says which is open. */
@customElement("tc-desks")
export class TcDesks extends LitElement {
  @property({ attribute: false }) desk: Desk = DESKS[0];
  /** Names only, for the head of the page. */
  @property({ type: Boolean, reflect: true }) compact = false;

  override render(): TemplateResult {
    return html`<nav aria-label=${words("desks")}>
      ${DESKS.map((desk) => {
        const current = desk === this.desk ? "true" : nothing;
        if (this.compact) return html`<a href="#${desk}" aria-current=${current}>${words(`desk-${desk}-short`)}</a>`;
        return html`<a href="#${desk}" aria-current=${current}>
          ${deskIcons[desk]}
          <span>
            <strong>${words(`desk-${desk}`)}</strong>
            <span class="what">${words(`desk-${desk}-what`)}</span>
          </span>
        </a>`;
      })}
    </nav>`;
  }

  static override styles = [
    shared,
    css`
      nav {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: 0.75rem 1.25rem;
      }

      a {
        display: flex;
        gap: 0.9rem;
        padding: 0.9rem 1.1rem;
        border: 1px solid var(--edge);
        border-radius: 0.75rem;
        background: var(--sheet);
        color: var(--ink);
        text-decoration: none;
      }

      a:hover {
        border-color: var(--accent);
        background: var(--accent-wash);
        color: var(--ink);
      }

      a[aria-current] {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
        background: var(--accent-wash);
      }

      svg.icon {
        inline-size: 1.75rem;
        block-size: 1.75rem;
        color: var(--accent);
      }

      strong,
      .what {
        display: block;
      }

      .what {
        color: var(--quiet);
        font-size: 0.9375rem;
      }

      :host([compact]) nav {
        display: flex;
        gap: 0;
      }

      :host([compact]) a {
        align-items: center;
        min-block-size: 2rem;
        padding: 0.15rem 0.8rem;
        border-radius: 0;
        box-shadow: none;
        font-size: 0.875rem;
        font-weight: 500;
      }

      :host([compact]) a:first-child {
        border-start-start-radius: var(--radius);
        border-end-start-radius: var(--radius);
      }

      :host([compact]) a:last-child {
        border-inline-start-width: 0;
        border-start-end-radius: var(--radius);
        border-end-end-radius: var(--radius);
      }

      :host([compact]) a[aria-current] {
        background: var(--accent);
        color: var(--on-accent);
      }

      @media (forced-colors: active) {
        a[aria-current] {
          outline: 2px solid Highlight;
          outline-offset: -3px;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-desks": TcDesks;
  }
}
