import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";

import { WEIGHTS, type Counts, type Weight } from "../model/findings";
import { shared, weights } from "../style/shared";
import { words } from "../words";
import { emit } from "./events";
import { weightIcons } from "./icons";

/** Chooses which kinds of finding are seen, and says how many there are of each. */
@customElement("tc-filter")
export class TcFilter extends LitElement {
  @property({ attribute: false }) counts: Counts | undefined;
  @property({ attribute: false }) visible: ReadonlySet<Weight> = new Set();

  override render(): TemplateResult {
    return html`<fieldset>
      <legend>${words("filter")}</legend>
      <div class="kinds">${WEIGHTS.map((weight) => this.kind(weight))}</div>
    </fieldset>`;
  }

  private kind(weight: Weight): TemplateResult {
    const count = this.counts?.[weight] ?? 0;
    return html`<label class=${weight}>
      <input
        type="checkbox"
        name=${weight}
        .checked=${this.visible.has(weight)}
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
    const visible = new Set(this.visible);
    if (on) visible.add(weight);
    else visible.delete(weight);
    emit(this, "tc-filter", visible);
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

      label {
        position: relative;
        cursor: pointer;
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
