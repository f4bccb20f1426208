import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { keeping } from "../model/offline";
import { shared } from "../style/shared";
import { words } from "../words";
import { icons } from "./icons";

/** Whether the page works without a network, and how to check that. */
@customElement("tc-offline")
export class TcOffline extends LitElement {
  @state() private now: "preparing" | "ready" | "never" = "preparing";

  override connectedCallback(): void {
    super.connectedCallback();
    keeping()?.then(
      () => (this.now = "ready"),
      () => (this.now = "never"),
    );
  }

  override render(): TemplateResult | typeof nothing {
    if (!keeping()) return nothing;
    return html`<p role="status" class=${this.now}>
        ${this.now === "ready" ? icons.done : nothing} ${words(`offline-${this.now}`)}
      </p>
      ${this.now === "never" ? nothing : html`<p class="quiet">${words("offline-check")}</p>`}`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.25rem;
      }

      .ready {
        font-weight: 500;
      }

      .quiet {
        font-size: 0.875rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-offline": TcOffline;
  }
}
