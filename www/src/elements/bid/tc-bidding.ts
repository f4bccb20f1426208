import "./bid-words";
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import type { Profile } from "tender-check";
import type { Bidding } from "../../model/bidding";
import type { Result } from "../../model/state";
import { shared } from "../../style/shared";
import { date, words } from "../../words";
import { emit, type Events } from "../events";
import "../tc-circumstances";
import "./tc-cash";
import "./tc-dates";
import "./tc-demands";
import "./tc-opportunities";
import "./tc-outcome";
import "./tc-profile";
import type { TcProfile } from "./tc-profile";
import "./tc-questions";

/** The parts of the desk that one may go to, by the names of their headings, with their elements. */
const PARTS = [
  ["profile", "tc-profile"],
  ["demands", "tc-demands"],
  ["questions", "tc-questions"],
  ["cash", "tc-cash"],
  ["dates", "tc-dates"],
  ["opportunities", "tc-opportunities"],
] as const;

/** The bidder's desk: what a tender means for one organisation. */
@customElement("tc-bidding")
export class TcBidding extends LitElement {
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) bidding: Bidding | undefined;

  @query("h1") private readonly heading!: HTMLElement;
  @query("tc-profile") private readonly form!: TcProfile | null;

  /** Puts the focus where this view begins. */
  async arrive(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.bidding?.addEventListener("change", this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.bidding?.removeEventListener("change", this.changed);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("bidding")) {
      changed.get("bidding")?.removeEventListener("change", this.changed);
      // The element may have been there before its script, and got its properties only now.
      this.bidding?.addEventListener("change", this.changed);
    }
    if (this.result) void this.bidding?.weigh(this.result.report);
  }

  override render(): TemplateResult | typeof nothing {
    const { result, bidding } = this;
    if (!result || !bidding) return nothing;
    const { assessment, exampleDay, opportunities } = bidding;
    const parts = PARTS.filter(([name]) => name === "profile" || (name === "opportunities" ? opportunities.length > 0 : assessment));
    return html`
      <h1 tabindex="-1">${words("bidding-heading")}</h1>
      <p class="quiet">${words("bid-limits")}</p>
      <nav class="no-print" aria-label=${words("bid-parts")}>
        ${parts.map(
          ([name, element]) => html`<button class="link" type="button" @click=${() => this.go(name, element)}>
            ${words(`bid-part-${name}`)}
          </button>`,
        )}
      </nav>
      <div
        class="parts"
        @tc-profile=${(event: CustomEvent<Profile>) => void bidding.set(event.detail)}
        @tc-profile-open=${(event: CustomEvent<File>) => void bidding.open(event.detail)}
        @tc-profile-save=${() => void bidding.file().then((text) => this.form?.save(text))}
        @tc-forget=${() => void bidding.forget()}
        @tc-keep=${({ detail }: CustomEvent<Events["tc-keep"]>) => bidding.remember(detail.what, detail.on)}
        @tc-choose=${(event: CustomEvent<Events["tc-choose"]>) => void bidding.choose(event.detail)}
        @tc-letter=${({ detail }: CustomEvent<Events["tc-letter"]>) => void bidding.letter(detail.text).then(detail.settle)}
        @tc-drop=${(event: CustomEvent<string>) => bidding.remove(event.detail)}
      >
        ${bidding.failure === undefined
          ? nothing
          : html`<div class="notice bad" role="alert">
              <p>${words("bid-failed")}</p>
              <p class="small">${words("failed-reason", { reason: bidding.failure })}</p>
            </div>`}
        <tc-outcome
          .assessment=${assessment}
          .as_of=${exampleDay === undefined ? undefined : date(exampleDay)}
        ></tc-outcome>
        <tc-profile .profile=${bidding.profile} .kept=${bidding.kept.profile} .wrong=${bidding.wrong}></tc-profile>
        <tc-circumstances .report=${result.report} .found=${result.found} .given=${result.given}></tc-circumstances>
        <tc-demands .assessment=${assessment} .report=${result.report}></tc-demands>
        <tc-questions .assessment=${assessment}></tc-questions>
        <tc-cash .assessment=${assessment} .choice=${bidding.choice}></tc-cash>
        <tc-dates .assessment=${assessment} .report=${result.report}></tc-dates>
        <tc-opportunities .opportunities=${opportunities} .kept=${bidding.kept.opportunities}></tc-opportunities>
      </div>
    `;
  }

  private go(heading: string, element: (typeof PARTS)[number][1]): void {
    const found = this.renderRoot.querySelector(element)?.shadowRoot?.querySelector<HTMLElement>(`#${heading}`);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "start" });
  }

  private readonly changed = (): void => {
    this.requestUpdate();
    const text = this.bidding?.assessment?.outcome.text;
    if (text !== undefined && text !== this.said) {
      this.said = text;
      emit(this, "tc-say", text);
    }
  };

  /** The last result that was said. */
  private said: string | undefined;

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-inline-size: 72rem;
        margin-inline: auto;
        padding: clamp(1.25rem, 4vw, 2.5rem) clamp(1rem, 4vw, 2.5rem) 3rem;
      }

      h1 {
        margin-block-end: 0.4rem;
        font: 500 clamp(1.5rem, 1.1rem + 1.8vw, 2.125rem) / 1.2 var(--serif);
      }

      h1:focus {
        outline: none;
      }

      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.25rem;
        margin-block: 0.75rem 1.25rem;
      }

      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }

      .small {
        font-size: 0.875rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-bidding": TcBidding;
  }
}
