import { LitElement, css, html, unsafeCSS, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";

import { createChecker, type Checker, type CheckerOptions, type Given, type Report } from "tender-check";
import "../elements/tc-app";
import { DESKS, type Desk } from "../model/desk";
import { Session } from "../model/session";
import tokens from "../style/tokens.css?inline";
import { languageOf, speak, spoken } from "../words";

/** The nations of which an attribute can name one. */
const NATIONS = ["england", "wales", "scotland", "northern_ireland"] as const;

/**
 * The checker as an element, for pages of councils and portals.
 *
 * It keeps to itself: its styles and its parts are in a shadow, it changes neither address nor title nor scrolling of the page,
 * and takes files only where they are dropped on it. Several can be on one page.
 *
 * @element tender-check
 * @fires tender-check-report - The documents were judged, or judged anew. The detail is `{ report }`.
 * @slot - The site's own help, above the checker.
 * @csspart app - The whole checker.
 */
export class TenderCheckElement extends LitElement {
  /** Where every checker finds its workers, where they are not found by themselves. To be set before the first element. */
  static options: CheckerOptions = {};

  /** At which desk one sits: `drafting` or `bidding`. */
  @property() desk: Desk = DESKS[0];
  /** Where the buyer is: `england`, `wales`, `scotland` or `northern_ireland`. It goes before what the documents say. */
  @property() nation: (typeof NATIONS)[number] | null = null;
  /** The language of the checker, `en` or `cy`; that of the page around it unless told. It is one for all on a page. */
  @property() language: string | null = null;
  /** Address of a notice or document of the same origin that is opened at once. */
  @property() source: string | null = null;

  #session: Session | undefined;
  #checker: Checker | undefined;
  #report: Report | undefined;

  /** The newest report, if anything was checked. */
  get report(): Report | undefined {
    return this.#report;
  }

  /** Checks files, together with those that are there. */
  async open(files: readonly File[]): Promise<void> {
    await this.#session?.add(files);
  }

  override connectedCallback(): void {
    const create = (): Checker => createChecker(TenderCheckElement.options);
    this.#checker ??= createChecker({ preload: false, ...TenderCheckElement.options });
    this.#session ??= new Session(this.#checker, create);
    this.#session.addEventListener("change", this.#changed);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.removeEventListener("change", this.#changed);
    // What is only moved in the page is there again at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#checker?.close();
      this.#checker = this.#session = this.#report = undefined;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.#session) return;
    const language = languageOf(this.language ?? this.closest<HTMLElement>("[lang]")?.lang);
    if (changed.has("language") && language !== spoken()) void speak(language);
    if (changed.has("desk")) this.#session.desk = DESKS.find((desk) => desk === this.desk) ?? DESKS[0];
    if (changed.has("nation")) this.#session.presumed = givenOf(this.nation);
    if (changed.has("source") && this.source) void this.#session.openAddress(this.source);
  }

  override render(): TemplateResult {
    return html`<slot></slot>${this.#session
        ? html`<tc-app embedded part="app" lang=${spoken()} .session=${this.#session}></tc-app>`
        : undefined}`;
  }

  readonly #changed = (): void => {
    const state = this.#session?.state;
    const report = state?.name === "result" ? state.result.report : undefined;
    if (report === this.#report) return;
    this.#report = report;
    const detail = { report };
    if (report) this.dispatchEvent(new CustomEvent("tender-check-report", { detail, bubbles: true, composed: true }));
  };

  static override styles = [
    unsafeCSS(tokens),
    css`
      :host {
        display: block;
      }

      :host([hidden]) {
        display: none;
      }
    `,
  ];
}

function givenOf(nation: string | null): Given {
  const known = NATIONS.find((name) => name === nation);
  return known ? { nation: known } : {};
}

declare global {
  interface HTMLElementTagNameMap {
    "tender-check": TenderCheckElement;
  }
  interface HTMLElementEventMap {
    "tender-check-report": CustomEvent<{ report: Report }>;
  }
}
