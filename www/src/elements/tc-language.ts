import { LitElement, css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { change, inLanguage } from "../model/language";
import { shared } from "../style/shared";
import { spoken, words } from "../words";

/** The way to the page in the other language. What is open stays open. */
@customElement("tc-language")
export class TcLanguage extends LitElement {
  override render(): TemplateResult {
    const other = spoken() === "en" ? "cy" : "en";
    return html`<a
      href=${inLanguage(location.href, other)}
      lang=${other}
      hreflang=${other}
      @click=${(event: Event) => {
        event.preventDefault();
        void change(other);
      }}
      >${words("language-other")}</a
    >`;
  }

  static override styles = [
    shared,
    css`
      a {
        display: inline-block;
        padding: 0.25rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-language": TcLanguage;
  }
}
