import "../sites-words";
import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { verify, type Trial } from "../model/verify";
import { shared } from "../style/shared";
import { spoken, words } from "../words";
import { weightIcons } from "./icons";

/** Tells a site's administrator which ways of embedding its headers allow, and what to change for the others. */
@customElement("tc-verify")
export class TcVerify extends LitElement {
  @state() private trials: readonly Trial[] | undefined;
  @state() private failure: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    verify().then(
      (trials) => (this.trials = trials),
      (error: unknown) => (this.failure = String(error)),
    );
  }

  override render(): TemplateResult {
    return html`<main>
      <p class="quiet">${spoken() === "en" ? nothing : words("language-note")} <tc-language></tc-language></p>
      <h1>${words("verify-heading")}</h1>
      <p>${words("verify-text", { site: location.origin })}</p>
      <div role="status">${this.failure ?? (this.trials ? nothing : words("verify-running"))}</div>
      ${this.trials ? html`<ul>${this.trials.map((trial) => this.trial(trial))}</ul>` : nothing}
    </main>`;
  }

  protected override updated(): void {
    document.title = words("verify-title");
  }

  private trial({ name, works, worse, header, said }: Trial): TemplateResult {
    const outcome = works === undefined ? "open" : works ? "yes" : "no";
    const icon = works === undefined ? weightIcons.query : works ? weightIcons.enabler : weightIcons.high;
    return html`<li class=${outcome}>
      <h2>${icon} ${words(`verify-${name}`)} <span class="outcome">${words(`verify-${outcome}`)}</span></h2>
      <p>${words(`verify-${name}-${worse ? "worse" : outcome}`)}</p>
      ${header && !works
        ? html`<p class="header"><code>${header}</code></p>`
        : nothing}
      ${said && !works ? html`<p class="quiet">${words("verify-said", { said })}</p>` : nothing}
    </li>`;
  }

  static override styles = [
    shared,
    css`
      main {
        max-inline-size: 44rem;
        margin: 0 auto;
        padding: 2rem clamp(1rem, 4vw, 2rem) 4rem;
        overflow-wrap: anywhere;
      }

      h1 {
        margin-block-end: 0.5rem;
        font: 400 2rem/1.2 var(--serif);
      }

      ul {
        display: grid;
        gap: 1rem;
        margin-block: 1.5rem 0;
        padding: 0;
        list-style: none;
      }

      li {
        padding: 1rem 1.25rem;
        border: 1px solid var(--line);
        border-inline-start: 0.375rem solid var(--query);
        border-radius: var(--radius);
        background: var(--sheet);
      }

      li.yes {
        border-inline-start-color: var(--enabler);
      }

      li.no {
        border-inline-start-color: var(--high);
      }

      h2 {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        font-size: 1.0625rem;
      }

      .outcome {
        margin-inline-start: auto;
        font-weight: 400;
        white-space: nowrap;
      }

      code {
        display: block;
        padding: 0.6rem 0.8rem;
        border-radius: var(--radius);
        background: var(--ground);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-verify": TcVerify;
  }
}
