import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import type { Own } from "../model/own";
import { shared } from "../style/shared";
import { words } from "../words";
import { emit } from "./events";

/** An organisation's own settings: which are in use, the way to open a file of them, and what is wrong with one. */
@customElement("tc-own")
export class TcOwn extends LitElement {
  @property({ attribute: false }) own: Own = { setAside: [] };

  @query("input") private readonly chooser!: HTMLInputElement;
  @query("[role=alert]") private readonly alert!: HTMLElement | null;
  @query("summary") private readonly summary!: HTMLElement;
  @query("details") private readonly details!: HTMLDetailsElement;

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("own");
    if (this.own.wrong === undefined || before?.wrong === this.own.wrong) return;
    this.details.open = true;
    this.alert?.focus();
  }

  override render(): TemplateResult {
    const { loaded, setAside, wrong } = this.own;
    return html`
      ${loaded ? html`<p class="loaded">${inUse(this.own)}</p>` : nothing}
      <details>
        <summary>${words("own-heading")}</summary>
        <p class="quiet">${words("own-text")}</p>
        ${wrong
          ? html`<div class="notice bad" role="alert" tabindex="-1">
              <p>${words("own-wrong", { name: wrong.name })}</p>
              ${wrong.lines.length > 0 ? html`<ul>${wrong.lines.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
            </div>`
          : nothing}
        ${setAside.length > 0 ? html`<p>${words("own-set-aside", { count: setAside.length })}</p>` : nothing}
        <p class="buttons">
          <input type="file" multiple hidden accept=".toml" @change=${this.chosen} />
          <button class="button small" type="button" @click=${() => this.chooser.click()}>${words("own-open")}</button>
          ${loaded
            ? html`<button class="button small" type="button" @click=${this.unset}>${words("own-remove")}</button>`
            : nothing}
        </p>
      </details>
    `;
  }

  private chosen(): void {
    const files = [...(this.chooser.files ?? [])];
    this.chooser.value = "";
    if (files.length > 0) emit(this, "tc-files", files);
  }

  private unset(): void {
    emit(this, "tc-unset", null);
    this.summary.focus();
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-wrap: anywhere;
      }

      .loaded {
        margin-block-end: 0.4rem;
        padding-inline-start: 0.7rem;
        border-inline-start: 3px solid var(--accent);
      }

      details > * + * {
        margin-block-start: 0.6rem;
      }

      .notice ul {
        padding-inline-start: 1.2rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      @media print {
        details {
          display: none;
        }
      }
    `,
  ];
}

/** Which settings are in use, and what they change. */
function inUse({ loaded }: Own): string {
  if (!loaded) return "";
  const { about, file, rules } = loaded.settings;
  const off = rules.filter((rule) => rule.off).length;
  const counts = { off, changed: rules.length - off };
  const whose = words(about === undefined ? "own-used" : "own-used-of", { file: file ?? "", about: about ?? "" });
  return `${whose} ${words("own-counts", counts)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-own": TcOwn;
  }
}
