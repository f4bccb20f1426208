import "../sites-words";
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { ALL, ListError, chosen, type Choice, type Notice, type Portal } from "../model/portal";
import { NATIONS } from "../model/circumstances";
import { typedAmount } from "../model/profile";
import type { Session } from "../model/session";
import { shared, weights } from "../style/shared";
import { date, money, spoken, words, wordsFor } from "../words";
import { headStyle } from "./app-style";
import { brand, weightIcons } from "./icons";
import { portalStyle } from "./portal-style";
import "./tc-app";

/** The notices of a portal with what was found in each, and the one that is looked at beside them. */
@customElement("tc-portal")
export class TcPortal extends LitElement {
  @property({ attribute: false }) portal!: Portal;
  /** In which one of the notices is looked at. */
  @property({ attribute: false }) session!: Session;
  @state() private choice: Choice = ALL;
  @state() private open: string | undefined;
  @query("input[type='file']") private readonly chooser!: HTMLInputElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.portal.addEventListener("change", this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.portal.removeEventListener("change", this.changed);
  }

  private readonly changed = (): void => {
    if (this.portal.notices.length === 0) this.open = undefined;
    this.requestUpdate();
  };

  override render(): TemplateResult {
    const { notices, running, failure } = this.portal;
    const seen = chosen(notices, this.choice);
    const looked = notices.find(({ key }) => key === this.open);
    return html`
      <header>
        <p class="name">${brand} <span>${words("name")}</span></p>
        <p class="quiet">${words("private")}</p>
        <tc-language></tc-language>
        ${spoken() === "en" ? nothing : html`<p class="quiet translated">${words("language-note")}</p>`}
      </header>
      <main class=${looked ? "beside" : ""}>
        <section class="list" aria-labelledby="heading">
          <h1 id="heading">${words("portal-heading")}</h1>
          <p>${words("portal-text")}</p>
          <p>
            <input type="file" multiple hidden accept=".json,.jsonl,.ndjson" @change=${this.chosenFiles} />
            <button class="button" type="button" @click=${() => this.chooser.click()}>${words("portal-open")}</button>
          </p>
          ${failure === undefined ? nothing : html`<p class="notice bad" role="alert">${reason(failure)}</p>`}
          ${notices.length > 0 ? this.filters() : nothing}
          <p role="status">${this.state(seen.length, notices.length, running)}</p>
          <ol>
            ${seen.map((notice) => this.notice(notice, notice === looked))}
          </ol>
        </section>
        ${looked
          ? html`<section class="detail" aria-label=${looked.title}>
              <tc-app embedded .session=${this.session}></tc-app>
            </section>`
          : nothing}
      </main>
    `;
  }

  protected override updated(): void {
    document.title = words("portal-title");
  }

  private state(seen: number, all: number, running: Portal["running"]): string | typeof nothing {
    if (running) return words("portal-running", { done: running.done, of: running.of });
    return all > 0 ? words("portal-shown", { shown: seen, all }) : nothing;
  }

  private filters(): TemplateResult {
    const tick = (name: "noHigh" | "reserved" | "suits", message: string): TemplateResult =>
      html`<label class="tick">
        <input
          type="checkbox"
          .checked=${this.choice[name]}
          @change=${(event: Event) => this.take({ [name]: (event.target as HTMLInputElement).checked })}
        />
        <span>${words(message)}</span>
      </label>`;
    return html`<fieldset>
      <legend>${words("portal-filter")}</legend>
      <div class="ticks">
        ${tick("noHigh", "portal-no-high")} ${tick("reserved", "portal-reserved")}
        ${this.portal.hasProfile ? tick("suits", "portal-suits") : nothing}
      </div>
      <div class="fields">
        <label>
          <span>${words("portal-most")}</span>
          <input
            type="text"
            inputmode="decimal"
            @change=${(event: Event) => this.take({ most: typedAmount((event.target as HTMLInputElement).value) ?? undefined })}
          />
        </label>
        <label>
          <span>${words("portal-from")}</span>
          <input type="date" @change=${(event: Event) => this.take({ from: (event.target as HTMLInputElement).value })} />
        </label>
        <label>
          <span>${words("portal-nation")}</span>
          <select @change=${(event: Event) => this.take({ nation: (event.target as HTMLSelectElement).value })}>
            <option value="">${words("portal-any")}</option>
            ${NATIONS.map((nation) => html`<option value=${nation}>${wordsFor("nation", nation)}</option>`)}
          </select>
        </label>
      </div>
    </fieldset>`;
  }

  private take(choice: Partial<Choice>): void {
    this.choice = { ...this.choice, ...choice };
  }

  private notice(notice: Notice, open: boolean): TemplateResult {
    const { counts } = notice;
    const about = [
      notice.buyer,
      notice.closes ? words("portal-closes", { date: date(notice.closes) }) : "",
      notice.smallest === undefined ? "" : words("portal-value", { value: money(notice.smallest) }),
    ].filter(Boolean);
    return html`<li>
      <button type="button" aria-expanded=${open ? "true" : "false"} @click=${() => void this.look(notice.key)}>
        <span lang="en">${notice.title}</span>
      </button>
      <p class="quiet">${about.join(" · ")}</p>
      <p class="counts">
        ${(["high", "medium", "low"] as const).map((weight) =>
          counts[weight] > 0
            ? html`<span class=${weight}>${weightIcons[weight]} ${words(`weight-${weight}`)} ${counts[weight]}</span>`
            : nothing,
        )}
        ${counts.barriers === 0 ? html`<span>${words("portal-no-barriers")}</span>` : nothing}
        ${notice.reserved ? html`<span class="enabler">${weightIcons.enabler} ${words("portal-is-reserved")}</span>` : nothing}
        ${notice.suits ? html`<span>${words(`portal-${notice.suits}`)}</span>` : nothing}
      </p>
      ${notice.mismatch ? html`<p class="mismatch">${weightIcons.medium} ${words("portal-mismatch")}</p>` : nothing}
    </li>`;
  }

  private async look(key: string): Promise<void> {
    this.open = this.open === key ? undefined : key;
    const notice = this.portal.notices.find(({ key }) => key === this.open);
    this.session.restart();
    if (notice) await this.session.add([notice.file]);
  }

  private chosenFiles(): void {
    const files = [...(this.chooser.files ?? [])];
    this.chooser.value = "";
    if (files.length > 0) void this.portal.open(files);
  }

  static override styles = [shared, weights, headStyle, portalStyle];
}

function reason(failure: unknown): string {
  if (failure instanceof ListError) return words(`portal-${failure.why}`);
  return words("portal-failed", { reason: failure instanceof Error ? failure.message : String(failure) });
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-portal": TcPortal;
  }
}
