import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Given, Place } from "tender-check";
import { DESKS, deskOf, type Desk } from "../model/desk";
import { exampleFiles } from "../model/example";
import { listing } from "../model/findings";
import { droppedFiles } from "../model/folder";
import type { Session } from "../model/session";
import type { Result, State } from "../model/state";
import { shared } from "../style/shared";
import { spoken, words } from "../words";
import { appStyle, headStyle } from "./app-style";
import type { Events } from "./events";
import { brand, icons } from "./icons";
import "./tc-desks";
import "./tc-progress";
import "./tc-results";
import "./tc-save";
import type { TcResults } from "./tc-results";
import "./tc-start";
import type { TcStart } from "./tc-start";

/** What tells that somebody is about to open something: until then only the page itself is loaded. */
const USED = ["focusin", "keydown", "pointerdown"] as const;

/** A view that can take the focus when it comes. */
interface View extends HTMLElement {
  arrive(): Promise<void>;
}

/** The whole page: which view is seen, and what is common to all. */
@customElement("tc-app")
export class TcApp extends LitElement {
  @property({ attribute: false }) session!: Session;
  /** Whether it is part of another page, whose title, scrolling, drops and pastes are not its own. */
  @property({ type: Boolean, reflect: true }) embedded = false;
  /** Which view is seen, for the style. */
  @property({ reflect: true }) view: State["name"] | "bidding" = "start";

  @state() private said = "";
  @state() private dragging = false;
  @state() private touring = false;

  @query(".main > :not([hidden])") private readonly content!: View;
  @query("tc-start") private readonly start!: TcStart | null;
  @query("tc-results") private readonly results!: TcResults | null;
  @query("#more") private readonly more!: HTMLInputElement | null;

  private drags = 0;
  /** The coming of the newest view. */
  private arriving: Promise<void> | undefined;
  /** Where files are dropped and texts are pasted. */
  private place: EventTarget = document;

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener("change", this.changed);
    this.place = this.embedded ? this : document;
    for (const [name, listener] of this.listeners) this.place.addEventListener(name, listener);
    for (const name of USED) this.addEventListener(name, () => this.session.prepare(), { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener("change", this.changed);
    for (const [name, listener] of this.listeners) this.place.removeEventListener(name, listener);
  }

  override render(): TemplateResult {
    const { state } = this.session;
    return html`
      <header
        role=${this.embedded ? "none" : nothing}
        @tc-say=${(event: CustomEvent<string>) => this.say(event.detail)}
        @tc-shape=${({ detail }: CustomEvent<Events["tc-shape"]>) =>
          void this.session.shape(detail.shape).then(detail.resolve, detail.reject)}
      >
        ${state.name === "result" && this.session.desk === "drafting"
          ? html`<div class="skip no-print">
              <button class="button" type="button" @click=${() => this.results?.go("findings")}>
                ${words("skip-findings")}
              </button>
              <button class="button" type="button" @click=${() => this.results?.go("document")}>
                ${words("skip-document")}
              </button>
            </div>`
          : nothing}
        <p class="name">${brand} <span>${words("name")}</span></p>
        ${state.name === "result"
          ? html`<tc-desks compact class="no-print" .desk=${this.session.desk}></tc-desks>${this.actions(state.result)}`
          : html`<p class="quiet">${words("private")}</p>`}
        ${this.embedded ? nothing : html`<tc-language class="no-print"></tc-language>`}
        ${spoken() === "en" ? nothing : html`<p class="quiet translated">${words("language-note")}</p>`}
      </header>
      <div
        class="view"
        @tc-files=${(event: CustomEvent<readonly File[]>) => void this.session.add(event.detail)}
        @tc-example=${this.example}
        @tc-tour=${this.tour}
        @tc-cancel=${() => this.session.cancel()}
        @tc-remove=${(event: CustomEvent<number>) => void this.session.remove(event.detail)}
        @tc-put-back=${(event: CustomEvent<number>) => void this.session.putBack(event.detail)}
        @tc-give=${(event: CustomEvent<Given>) => void this.session.give(event.detail)}
        @tc-unset=${() => void this.session.removeSettings()}
        @tc-aside=${({ detail }: CustomEvent<Events["tc-aside"]>) =>
          void this.session.setAside(detail.finding, detail.reason, detail.by)}
        @tc-restore=${(event: CustomEvent<string>) => void this.session.restore(event.detail)}
        @tc-passage=${(event: CustomEvent<Events["tc-passage"]>) => void this.toPassage(event.detail.place)}
        @tc-comment=${({ detail }: CustomEvent<Events["tc-comment"]>) =>
          void this.session.comment(detail.document, detail.changes).then(detail.settle, detail.settle)}
        @tc-compare=${({ detail }: CustomEvent<Events["tc-compare"]>) =>
          void this.session.compare(detail.files).then(() => detail.settle(), detail.settle)}
        @tc-unlock=${({ detail }: CustomEvent<Events["tc-unlock"]>) =>
          void this.session.unlock(detail.document, detail.password).then(() => detail.settle(), detail.settle)}
        @tc-write=${(event: CustomEvent<string>) => void this.session.write(event.detail, words("draft-name"))}
        @tc-edit=${({ detail }: CustomEvent<number | null>) => void this.session.edit(detail, draftName)}
        @tc-draft=${({ detail }: CustomEvent<Events["tc-draft"]>) => void this.session.revise(detail.text, detail.version)}
        @tc-say=${(event: CustomEvent<string>) => this.say(event.detail)}
      >
        ${this.embedded
          ? html`<div class="main">${this.body(state)}</div>`
          : html`<main class="main">${this.body(state)}</main>`}
      </div>
      <footer class="no-print" role=${this.embedded ? "none" : nothing}>
        <p>${words("footer")}</p>
        ${this.embedded
          ? nothing
          : html`<p class="pages">
              <a href=${pageOf("help")}>${words("footer-help")}</a> <a href=${pageOf("accessibility")}>${words("footer-access")}</a>
            </p>`}
      </footer>
      <p class="out-of-sight" role="status">${this.said}</p>
      ${this.touring && state.name === "result"
        ? html`<tc-tour .desk=${this.session.desk} .root=${this.renderRoot} @tc-tour-end=${this.tourEnded}></tc-tour>`
        : nothing}
      ${this.dragging && state.name === "result"
        ? html`<div class="drop" aria-hidden="true"><p>${words("drop-more")}</p></div>`
        : nothing}
    `;
  }

  protected override updated(): void {
    if (!this.embedded) document.title = titleOf(this.session.state, this.session.desk);
  }

  private body(state: State): TemplateResult {
    switch (state.name) {
      case "checking":
        return html`<tc-progress .files=${state.files} .progress=${state.progress}></tc-progress>`;
      case "result":
        return this.result(state.result, this.session.desk === "bidding");
      default:
        return html`<tc-start
          ?dragging=${this.dragging}
          .desk=${this.session.desk}
          .own=${this.session.own}
          .failure=${state.name === "failed" ? state.reason : undefined}
          .unread=${state.name === "unread" ? state.report : undefined}
        ></tc-start>`;
    }
  }

  /** A draft stays where it is while the other desk is seen, so that what was written can still be undone. */
  private result(result: Result, bidding: boolean): TemplateResult {
    return html`${bidding && !result.draft
      ? nothing
      : html`<tc-results ?hidden=${bidding} .result=${result} .own=${this.session.own}></tc-results>`}
    ${bidding ? html`<tc-bidding .result=${result} .bidding=${this.session.bidding}></tc-bidding>` : nothing}`;
  }

  private actions(result: Result): TemplateResult {
    const button = (name: string, icon: TemplateResult, act: () => void): TemplateResult =>
      html`<button class="button small" type="button" @click=${act}>
        ${icon}<span class="long">${words(name)}</span>
        <span class="short" aria-hidden="true">${words(`short-${name}`)}</span>
      </button>`;
    return html`<div class="actions no-print">
      <input id="more" type="file" multiple hidden @change=${this.added} />
      ${button("action-add", icons.add, () => this.more?.click())}
      <tc-save .report=${result.report}></tc-save>
      ${button("action-print", icons.print, () => print())}
      ${button("action-restart", icons.restart, () => this.session.restart())}
    </div>`;
  }

  private readonly changed = (): void => {
    const { desk, state } = this.session;
    const view = state.name === "result" && desk === "bidding" ? desk : state.name;
    this.requestUpdate();
    if (state.name !== "result") this.touring = false;
    if (view === this.view && view !== "unread" && view !== "failed") return;
    this.view = view;
    this.say("");
    this.arriving = this.arrive(view);
  };

  /** The view that comes is loaded, and takes the focus. */
  private async arrive(view: TcApp["view"]): Promise<void> {
    try {
      // Who writes a tender does not wait for the bidder's desk.
      if (view === "bidding") await import("./bid/tc-bidding");
    } catch (error) {
      this.session.fail(error);
      return;
    }
    await this.updateComplete;
    if (view !== "checking" && !this.embedded) scrollTo({ top: 0 });
    await this.content.arrive();
  }

  /** From the bidder's desk to a passage, which stands in the documents at the other desk; the way back is the browser's. */
  private async toPassage(place: Place): Promise<void> {
    if (this.session.desk !== "bidding") return;
    if (!this.embedded) location.hash = "#drafting";
    this.session.desk = "drafting";
    await this.updateComplete;
    await this.results?.arrive();
    await this.results?.toPassage(place);
  }

  private say(text: string): void {
    this.said = text;
  }

  private async example(): Promise<void> {
    try {
      const files = await exampleFiles();
      if (this.session.desk === "bidding") await this.session.bidding.openExample();
      await this.session.add(files);
    } catch (error) {
      this.session.fail(error);
    }
  }

  /** Opens the example and shows it step by step. */
  private async tour(): Promise<void> {
    await Promise.all([this.example(), import("./tc-tour").catch((error: unknown) => this.session.fail(error))]);
    await this.arriving;
    this.touring = this.session.state.name === "result" && customElements.get("tc-tour") !== undefined;
  }

  private async tourEnded(): Promise<void> {
    this.touring = false;
    this.say(words("tour-said"));
    await this.content.arrive();
  }

  private added(): void {
    const files = [...(this.more?.files ?? [])];
    if (this.more) this.more.value = "";
    void this.session.add(files);
  }

  private readonly dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    this.session.prepare();
    this.drags += event.type === "dragenter" ? 1 : -1;
    this.dragging = this.drags > 0;
  };

  private readonly over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };

  private readonly dropped = (event: DragEvent): void => {
    this.drags = 0;
    this.dragging = false;
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    droppedFiles(event.dataTransfer).then(
      (files) => (files.length > 0 ? this.session.add(files) : this.say(words("folder-empty"))),
      (error: unknown) => this.session.fail(error),
    );
  };

  private readonly pasted = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    const field = event.composedPath()[0];
    if (files.length > 0) {
      event.preventDefault();
      void this.session.add(files);
    } else if (this.start && !(field instanceof HTMLTextAreaElement)) {
      event.preventDefault();
      this.start.paste(event.clipboardData?.getData("text/plain") ?? "");
    }
  };

  /** The address is another page's: the links between the desks do not change it. */
  private readonly followed = (event: MouseEvent): void => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!this.embedded || !DESKS.some((desk) => link?.getAttribute("href") === `#${desk}`)) return;
    event.preventDefault();
    this.session.desk = deskOf(link?.hash ?? "");
  };

  private readonly listeners: readonly [string, EventListener][] = [
    ["dragenter", this.dragged as EventListener],
    ["dragleave", this.dragged as EventListener],
    ["dragover", this.over as EventListener],
    ["drop", this.dropped as EventListener],
    ["paste", this.pasted as EventListener],
    ["click", this.followed as EventListener],
  ];

  static override styles = [shared, headStyle, appStyle];
}

/** The name of the copy of a document that is edited as text. */
function draftName(before: string): string {
  return words("draft-copy-name", { name: before.replace(/( \(draft\))?\.[^.]*$/, "") });
}

/** A page of text in the language that is spoken. */
function pageOf(name: string): string {
  return spoken() === "en" ? `${name}.html` : `${name}.${spoken()}.html`;
}

function titleOf(state: State, desk: Desk): string {
  if (state.name === "checking") return words("title-checking");
  if (state.name !== "result") return words("title");
  const { report } = state.result;
  const name = report.documents[0]?.name ?? "";
  if (desk === "bidding") return words("title-bidding", { name });
  return words("title-result", { ...listing(report).counts, name });
}

declare global {
  interface HTMLElementTagNameMap {
    "tc-app": TcApp;
  }
}
