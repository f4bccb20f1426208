import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import type { Reading } from "../model/state";
import { shared } from "../style/shared";
import { words } from "../words";
import { emit } from "./events";

/** How far the reading is, and a way to stop it. */
@customElement("tc-progress")
export class TcProgress extends LitElement {
  @property({ attribute: false }) files: readonly File[] = [];
  @property({ attribute: false }) progress: Reading | undefined;

  @query("h1") private readonly heading!: HTMLElement;

  async arrive(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
  }

  override render(): TemplateResult {
    const { progress, files } = this;
    const step = progress?.step;
    const stage = step
      ? words(`progress-${step.step}`, { file: "name" in step ? step.name : "" })
      : words("progress-loading");
    const page = progress?.page;
    const done = (progress?.done ?? 0) + (page ? (page.number - 1) / page.of : 0);
    return html`
      <h1 id="heading" tabindex="-1">${words("progress-heading", { count: files.length })}</h1>
      <p role="status">${stage}</p>
      <progress aria-labelledby="heading" max=${progress?.total ?? 1} .value=${done}></progress>
      ${page ? html`<p class="page">${words("progress-page", { page: page.number, pages: page.of })}</p>` : nothing}
      <ul>
        ${files.map((file) => html`<li>${file.name}</li>`)}
      </ul>
      <button class="button" type="button" @click=${() => emit(this, "tc-cancel", null)}>${words("cancel")}</button>
    `;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: 1rem;
        max-inline-size: 36rem;
        margin: clamp(2rem, 10vh, 7rem) auto;
        padding-inline: 1rem;
      }

      h1 {
        font: 500 1.75rem/1.2 var(--serif);
      }

      h1:focus {
        outline: none;
      }

      progress {
        inline-size: 100%;
        block-size: 0.75rem;
        accent-color: var(--accent);
      }

      .page {
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
      }

      ul {
        padding-inline-start: 1.2rem;
        color: var(--quiet);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-progress": TcProgress;
  }
}
