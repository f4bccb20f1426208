import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { shared } from "../style/shared";
import { words } from "../words";
import { emit } from "./events";
import { icons } from "./icons";

/** How long a button says that it copied. */
const MOMENT = 2500;

/** A button that puts words on the clipboard. */
@customElement("tc-copy")
export class TcCopy extends LitElement {
  @property() text = "";
  /** What is copied, for those who cannot see what the button stands beside. */
  @property() what = "";

  @state() private copied: boolean | undefined;

  private timer = 0;

  override render(): TemplateResult {
    const { copied } = this;
    return html`<button class="button small" type="button" @click=${this.copy}>
      ${copied ? icons.done : icons.copy}
      <span>${words(copied === undefined ? "copy" : copied ? "copied" : "copy-failed")}</span>
      <span class="out-of-sight">${this.what}</span>
    </button>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = true;
    } catch {
      this.copied = false;
    }
    emit(this, "tc-say", words(this.copied ? "copied-said" : "copy-failed-said", { what: this.what }));
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => (this.copied = undefined), MOMENT);
  }

  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
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
    "tc-copy": TcCopy;
  }
}
