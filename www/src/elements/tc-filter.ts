import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { ALL, WEIGHTS, type Filter, type Listing, type Weight } from "../model/findings";
import { shared, weights } from "../style/shared";
import { words, wordsFor } from "../words";
import { emit } from "./events";
import { weightIcons } from "./icons";

/** Chooses which kinds of finding are seen, and says how many there are of each. */
@customElement("tc-filter")
export class TcFilter extends LitElement {
  @property({ attribute: false }) listing: Listing | undefined;
  @property({ attribute: false }) filter: Filter = ALL;

  override render(): TemplateResult {
    return html`<fieldset>
      <legend>${words("filter")}</legend>
      <div class="kinds">${WEIGHTS.map((weight) => this.kind(weight))}</div>
      ${this.themes()}
    </fieldset>`;
  }

  private themes(): TemplateResult | typeof nothing {
    const themes = this.listing?.themes ?? [];
    if (themes.length < 2) return nothing;
    const { weights, theme } = this.filter;
    const choose = (event: Event): void => {
      const name = (event.target as HTMLSelectElement).value;
      emit(this, "tc-filter", name === "" ? { weights } : { weights, theme: name });
    };
    return html`<div class="themes">
      <label class="name" for="theme">${words("filter-theme")}</label>
      <select id="theme" @change=${choose}>
        <option value="" ?selected=${theme === undefined}>${words("filter-theme-all")}</option>
        ${themes.map(
          ({ name }) => html`<option value=${name} ?selected=${name === theme}>${wordsFor("theme", name)}</option>`,
        )}
      </select>
    </div>`;
  }

  private kind(weight: Weight): TemplateResult {
    const count = this.listing?.counts[weight] ?? 0;
    return html`<label class=${weight}>
      <input
        type="checkbox"
        name=${weight}
        .checked=${this.filter.weights.has(weight)}
        @change=${(event: Event) => this.toggle(weight, (event.target as HTMLInputElement).checked)}
      />
      <span class="kind">
        ${weightIcons[weight]}
        <span>${words(`weight-${weight}`)}</span>
        <strong>${count}</strong>
      </span>
    </label>`;
  }

  private toggle(weight: Weight, on: boolean): void {
    const weights = new Set(this.filter.weights);
    if (on) weights.add(weight);
    else weights.delete(weight);
    emit(this, "tc-filter", { ...this.filter, weights });
  }

  static override styles = [
    shared,
    weights,
    css`
      :host {
        display: block;
      }

      legend {
        padding: 0;
        font-size: 0.875rem;
        color: var(--quiet);
      }

      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-block-start: 0.35rem;
      }

      .kinds label {
        position: relative;
        cursor: pointer;
      }

      .themes {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.4rem 0.6rem;
        margin-block-start: 0.5rem;
        font-size: 0.875rem;
      }

      select {
        inline-size: auto;
        max-inline-size: 100%;
        min-block-size: 2rem;
        padding-block: 0.1rem;
      }

      input {
        position: absolute;
        inset: 0;
        block-size: 100%;
        min-block-size: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      .kind {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
        min-block-size: 2rem;
        padding: 0.1rem 0.65rem;
        border: 1px solid var(--edge);
        border-radius: 1.5rem;
        background: var(--sheet);
        color: var(--quiet);
        font-size: 0.875rem;
      }

      .kind .icon {
        opacity: 0.7;
      }

      input:checked + .kind {
        border-color: var(--weight);
        background: var(--weight-wash);
        color: var(--ink);
      }

      input:not(:checked) + .kind {
        border-style: dashed;
        text-decoration: line-through;
      }

      input:checked + .kind .icon {
        color: var(--weight);
        opacity: 1;
      }

      label:hover .kind {
        border-color: var(--accent);
      }

      input:focus-visible + .kind {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }

      strong {
        font-variant-numeric: tabular-nums;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-filter": TcFilter;
  }
}
