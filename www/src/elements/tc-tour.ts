import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import messages from "../../messages/en.tour.ftl?raw";
import type { Desk } from "../model/desk";
import { shared } from "../style/shared";
import { addWords, attribute, words } from "../words";
import { emit } from "./events";

addWords(messages);

/** The steps at each desk: their names, and what is pointed at, from shadow root to shadow root. */
const STEPS: Record<Desk, readonly (readonly [name: string, pane: "findings" | "document", ...path: string[]])[]> = {
  drafting: [
    ["count", "findings", "tc-results", ".top"],
    ["finding", "findings", "tc-results", "tc-findings", "tc-finding"],
    ["document", "document", "tc-results", "tc-documents", "tc-document", "mark"],
    ["circumstances", "findings", "tc-results", "tc-circumstances"],
    ["edit", "document", "tc-results", "tc-documents", ".edit"],
    ["save", "findings", "tc-save"],
  ],
  bidding: [
    ["outcome", "findings", "tc-bidding", "tc-outcome"],
    ["profile", "findings", "tc-bidding", "tc-profile"],
    ["demands", "findings", "tc-bidding", "tc-demands"],
    ["questions", "findings", "tc-bidding", "tc-questions"],
    ["cash", "findings", "tc-bidding", "tc-cash"],
    ["dates", "findings", "tc-bidding", "tc-dates"],
  ],
};

/** A few steps through the example: each points at a part of the page and says what it is for. Nothing is blocked meanwhile. */
@customElement("tc-tour")
export class TcTour extends LitElement {
  @property({ attribute: false }) desk: Desk = "drafting";
  /** What holds the views. */
  @property({ attribute: false }) root: ShadowRoot | undefined;

  @state() private step = 0;
  /** Where the part that is pointed at is seen. */
  @state() private place: DOMRect | undefined;

  @query("h2") private readonly heading!: HTMLElement;

  private target: Element | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("resize", this.look);
    addEventListener("scroll", this.look, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("resize", this.look);
    removeEventListener("scroll", this.look, true);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("step") || changed.has("root")) void this.point();
  }

  override render(): TemplateResult {
    const steps = STEPS[this.desk];
    const id = `tour-${this.desk}-${steps[this.step]?.[0] ?? ""}`;
    const last = this.step === steps.length - 1;
    const { place } = this;
    return html`
      ${place
        ? html`<svg class="ring" aria-hidden="true">
            <rect x=${place.x - 4} y=${place.y - 4} width=${place.width + 8} height=${place.height + 8} rx="8" />
          </svg>`
        : nothing}
      <section aria-label=${words("tour-name")} @keydown=${this.keyed}>
        <p class="quiet">${words("tour-name")} · ${words("tour-step", { step: this.step + 1, all: steps.length })}</p>
        <h2 tabindex="-1">${words(id)}</h2>
        <p>${attribute(id, "text")}</p>
        <div class="buttons">
          ${this.step > 0
            ? html`<button class="button small" type="button" @click=${() => (this.step -= 1)}>${words("tour-back")}</button>`
            : nothing}
          ${last
            ? nothing
            : html`<button class="button small main" type="button" @click=${() => (this.step += 1)}>${words("tour-next")}</button>`}
          <button class="button small ${last ? "main" : ""}" type="button" @click=${this.end}>
            ${words(last ? "tour-done" : "tour-end")}
          </button>
        </div>
      </section>
    `;
  }

  /** Brings the part of the step into sight, and puts the focus on what is said of it. */
  private async point(): Promise<void> {
    const [, pane, ...path] = STEPS[this.desk][this.step] ?? ["", "findings"];
    const results = this.root?.querySelector("tc-results");
    if (results && this.desk === "drafting") {
      results.pane = pane;
      await results.updateComplete;
    }
    this.target = this.find(path);
    if (this.target?.localName === "tc-finding") await this.open(this.target);
    // What is higher than half of the window is seen from its beginning.
    const high = (this.target?.getBoundingClientRect().height ?? 0) > innerHeight / 2;
    this.target?.scrollIntoView({ block: high ? "start" : "center" });
    this.look();
    this.heading.focus({ preventScroll: true });
  }

  private find(path: readonly string[]): Element | undefined {
    let root: ParentNode | null | undefined = this.root;
    let found: Element | null | undefined;
    for (const selector of path) {
      found = root?.querySelector(selector);
      root = found?.shadowRoot ?? found;
    }
    return found ?? undefined;
  }

  /** Opens a finding, as its heading does. */
  private async open(finding: Element): Promise<void> {
    if (!finding.hasAttribute("open")) finding.shadowRoot?.querySelector<HTMLElement>("h4 button")?.click();
    await this.root?.querySelector("tc-results")?.updateComplete;
  }

  private readonly look = (): void => {
    const place = this.target?.getBoundingClientRect();
    this.place = place && place.width > 0 ? place : undefined;
  };

  private keyed(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.end();
  }

  private end(): void {
    emit(this, "tc-tour-end", null);
  }

  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 4;
        pointer-events: none;
      }

      .ring {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
      }

      rect {
        fill: none;
        stroke: var(--focus);
        stroke-width: 3;
      }

      section {
        position: absolute;
        inset-block-end: 1rem;
        inset-inline: 1rem;
        max-inline-size: 34rem;
        max-block-size: 45vh;
        margin-inline: auto;
        padding: 1rem 1.25rem;
        overflow-y: auto;
        border: 2px solid var(--accent);
        border-radius: var(--radius);
        background: var(--sheet);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }

      @media (min-width: 60rem) {
        section {
          margin-inline-end: 0;
        }
      }

      h2 {
        font: 500 1.25rem/1.3 var(--serif);
      }

      h2:focus {
        outline: none;
      }

      .quiet {
        font-size: 0.875rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-block-start: 0.75rem;
      }

      @media print {
        :host {
          display: none;
        }
      }

      @media (forced-colors: active) {
        rect {
          stroke: Highlight;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-tour": TcTour;
  }
}
