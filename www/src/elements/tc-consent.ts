import "../sites-words";
import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";

import { shared } from "../style/shared";
import { words } from "../words";

/** Asks whether the page around a frame may have the report, which holds passages of the documents. */
@customElement("tc-consent")
export class TcConsent extends LitElement {
  @state() private who = "";
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  private answered: ((agreed: boolean) => void) | undefined;

  /** Gives whether the reader agrees; who closes the question does not. A second question ends the first. */
  async ask(who: string): Promise<boolean> {
    this.answered?.(false);
    this.who = who;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    return new Promise((resolve) => (this.answered = resolve));
  }

  private answer(agreed: boolean): void {
    this.answered?.(agreed);
    this.answered = undefined;
    this.dialog.close();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="question" @cancel=${() => this.answer(false)}>
      <h2 id="question">${words("consent-question", { who: this.who })}</h2>
      <p>${words("consent-text")}</p>
      <p class="buttons">
        <button class="button" type="button" autofocus @click=${() => this.answer(false)}>${words("consent-no")}</button>
        <button class="button" type="button" @click=${() => this.answer(true)}>${words("consent-yes")}</button>
      </p>
    </dialog>`;
  }

  static override styles = [
    shared,
    css`
      dialog {
        max-inline-size: min(32rem, calc(100vw - 2rem));
        padding: 1.25rem 1.5rem;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--sheet);
        color: var(--ink);
        overflow-wrap: anywhere;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 50%);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        margin-block-start: 1rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-consent": TcConsent;
  }
}
