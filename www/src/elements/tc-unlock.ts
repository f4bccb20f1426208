import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { CheckerError } from "tender-check";
import { shared } from "../style/shared";
import { words } from "../words";
import { emit } from "./events";

/** Asks for the password of a file that is locked. It is handed on once and kept nowhere. */
@customElement("tc-unlock")
export class TcUnlock extends LitElement {
  /** Index of the document in the pack, and the name of its file. */
  @property({ type: Number }) document = 0;
  @property() name = "";

  @state() private busy = false;
  @state() private fault: string | undefined;

  @query("input") private readonly field!: HTMLInputElement;

  override render(): TemplateResult {
    return html`
      <form class="no-print" @submit=${this.asked}>
        <label for="password">${words("unlock-label", { name: this.name })}</label>
        <div class="row">
          <input
            id="password"
            type="password"
            autocomplete="off"
            required
            aria-describedby=${this.fault ? "fault note" : "note"}
            aria-invalid=${this.fault ? "true" : "false"}
          />
          <button class="button small" type="submit" aria-disabled=${this.busy ? "true" : "false"}>
            ${words("unlock-open")}
          </button>
        </div>
        <p id="fault" class="bad" role="alert">${this.fault ?? nothing}</p>
        <p id="note" class="quiet">${words("unlock-note")}</p>
      </form>
    `;
  }

  private asked(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.fault = undefined;
    const settle = (error?: unknown): void => {
      this.busy = false;
      if (error === undefined) {
        this.field.value = "";
        return;
      }
      const wrong = error instanceof CheckerError && error.reason === "password";
      this.fault = wrong ? words("unlock-wrong") : words("unlock-failed", { reason: String(error) });
      this.field.select();
    };
    emit(this, "tc-unlock", { document: this.document, password: this.field.value, settle });
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-inline-size: 52rem;
        margin: 0 auto 0.75rem;
        font-size: 0.9375rem;
      }

      label {
        display: block;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-block: 0.35rem;
      }

      input {
        flex: 0 1 18rem;
        min-inline-size: 0;
      }

      p:empty {
        display: none;
      }

      .quiet {
        font-size: 0.875rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-unlock": TcUnlock;
  }
}
