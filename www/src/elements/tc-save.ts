import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Report, Shape } from "tender-check";
import { shared, unseen } from "../style/shared";
import { words } from "../words";
import { download } from "./download";
import { emit } from "./events";
import { icons } from "./icons";

/** What a report can be saved as, with what such files are called and are. */
const SHAPES: Record<Shape | "json", { ending: string; type: string }> = {
  html: { ending: "html", type: "text/html;charset=utf-8" },
  markdown: { ending: "md", type: "text/markdown;charset=utf-8" },
  csv: { ending: "csv", type: "text/csv;charset=utf-8" },
  json: { ending: "json", type: "application/json" },
};

/** A button that opens the list of what the report can be saved as. */
@customElement("tc-save")
export class TcSave extends LitElement {
  @property({ attribute: false }) report: Report | undefined;

  @state() private open = false;
  @state() private failed = false;

  @query("#button") private readonly button!: HTMLElement | null;
  @query(".list button") private readonly first!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.elsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.elsewhere);
  }

  override render(): TemplateResult {
    return html`<div @keydown=${this.keyed} @focusout=${this.left}>
      <button
        id="button"
        class="button small"
        type="button"
        aria-expanded=${this.open ? "true" : "false"}
        aria-controls="list"
        @click=${this.toggle}
      >
        ${icons.save}<span class="long">${words("action-save")}</span>
        <span class="short" aria-hidden="true">${words("short-action-save")}</span>
      </button>
      <div id="list" class="list" ?hidden=${!this.open}>
        <ul role="list">
          ${(Object.keys(SHAPES) as (keyof typeof SHAPES)[]).map(
            (shape) => html`<li>
              <button type="button" aria-describedby="about-${shape}" @click=${() => void this.save(shape)}>
                ${words(`save-${shape}`)}
              </button>
              <p id="about-${shape}" class="quiet">${words(`save-${shape}-text`)}</p>
            </li>`,
          )}
        </ul>
        ${this.failed ? html`<p class="notice bad" role="alert">${words("save-failed")}</p>` : nothing}
      </div>
    </div>`;
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    this.failed = false;
    await this.updateComplete;
    if (this.open) this.first?.focus();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.open = false;
    this.button?.focus();
  }

  /** The list closes when the focus goes on to something else, or something else is pressed. */
  private left(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.renderRoot.contains(event.relatedTarget)) this.open = false;
  }

  private readonly elsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.open = false;
  };

  private async save(shape: keyof typeof SHAPES): Promise<void> {
    const { report } = this;
    if (!report) return;
    const { ending, type } = SHAPES[shape];
    const name = words("report-name", { name: report.documents[0]?.name.replace(/\.[^.]*$/, "") ?? "", ending });
    try {
      const text = shape === "json" ? JSON.stringify(report, null, 2) : await this.shaped(shape);
      download(name, text, type);
      this.close();
      emit(this, "tc-say", words("saved-said", { name }));
    } catch {
      this.failed = true;
    }
  }

  private shaped(shape: Shape): Promise<string> {
    return new Promise((resolve, reject) => emit(this, "tc-shape", { shape, resolve, reject }));
  }

  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: block;
      }

      .list {
        position: absolute;
        inset-block-start: calc(100% + 0.35rem);
        inset-inline-end: 0;
        z-index: 4;
        inline-size: min(22rem, calc(100vw - 1.5rem));
        padding: 0.5rem;
        border: 1px solid var(--edge);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }

      .list:not([hidden]) {
        display: block;
      }

      ul {
        display: grid;
        gap: 0.25rem;
        list-style: none;
      }

      li {
        position: relative;
        padding: 0.5rem 0.6rem;
        border-radius: 0.375rem;
      }

      li:hover {
        background: var(--accent-wash);
      }

      li button {
        inline-size: 100%;
        padding: 0;
        border: 0;
        background: none;
        font-weight: 600;
        text-align: start;
      }

      /* The whole entry is the button. */
      li button::after {
        content: "";
        position: absolute;
        inset: 0;
      }

      li p {
        font-size: 0.8125rem;
      }

      .short {
        display: none;
      }

      @media (max-width: 36rem) {
        .list {
          position: fixed;
          inset-block-start: auto;
          inset-block-end: 0.75rem;
          inset-inline: 0.75rem;
          inline-size: auto;
        }

        .short {
          display: inline;
        }

        #button .icon {
          display: none;
        }

        .long {
          ${unseen}
          white-space: nowrap;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-save": TcSave;
  }
}
