import { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { ChangeSet, EditorState, StateEffect, StateField, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, keymap, type DecorationSet } from "@codemirror/view";

import type { Entry } from "../../model/findings";
import { spoken, titleOf, words } from "../../words";

/** A passage of the text on which a finding rests. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
}

/** What an editor tells those around it. */
export interface Heard {
  /** The text became another. */
  changed: () => void;
  /** The caret went into a passage, or out of all. */
  entered: (mark: Mark | undefined) => void;
  /** The number behind a passage was pressed. */
  asked: (entry: Entry) => void;
}

const setMarks = StateEffect.define<readonly Mark[]>();

/** The marks as they stand in the text at hand: they go along with what is typed. */
const marksField = StateField.define<{ set: DecorationSet; marks: readonly Mark[] }>({
  create: () => ({ set: Decoration.none, marks: [] }),
  update({ set, marks }, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return { set: decorations(effect.value), marks: effect.value };
    }
    if (!transaction.docChanged) return { set, marks };
    const moved = marks.map(({ from, to, entry }) => {
      const start = transaction.changes.mapPos(from, 1);
      return { from: start, to: Math.max(start, transaction.changes.mapPos(to, -1)), entry };
    });
    return { set: set.map(transaction.changes), marks: moved.filter(({ from, to }) => from < to) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});

/** Whether marks look the same and stand where others stand. */
function alike(before: readonly Mark[], now: readonly Mark[]): boolean {
  const same = (a: Mark, b: Mark | undefined): boolean =>
    a.from === b?.from && a.to === b.to && (a.entry === b.entry || looks(a.entry) === looks(b.entry));
  return before.length === now.length && now.every((mark, i) => same(mark, before[i]));
}

/** All that is seen of an entry in the text. */
function looks({ number, weight, finding }: Entry): string {
  return `${number} ${weight} ${titleOf(finding.title)}`;
}

function decorations(marks: readonly Mark[]): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to, entry } of marks) {
    ranges.push(Decoration.widget({ widget: new Begins(entry.number), side: 1 }).range(from));
    ranges.push(
      Decoration.mark({ tagName: "mark", class: entry.weight, attributes: { "data-entry": String(entry.number) } }).range(
        from,
        to,
      ),
    );
    ranges.push(Decoration.widget({ widget: new Badge(entry), side: -1 }).range(to));
  }
  return Decoration.set(ranges, true);
}

/** Says where a passage begins to those who do not see its mark. The words come from the style: no search finds them. */
class Begins extends WidgetType {
  constructor(private readonly number: number) {
    super();
  }

  override eq(other: Begins): boolean {
    return other.number === this.number;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement("span");
    element.dataset["begins"] = words("mark-begins", { number: this.number });
    return element;
  }
}

/** The number behind a passage, which leads to its finding. */
class Badge extends WidgetType {
  constructor(private readonly entry: Entry) {
    super();
  }

  override eq({ entry }: Badge): boolean {
    return looks(entry) === looks(this.entry);
  }

  override toDOM(): HTMLElement {
    const { number, weight, finding } = this.entry;
    const label = words("mark-badge", { number, weight: words(`tag-${weight}`), title: titleOf(finding.title) });
    const button = document.createElement("button");
    button.type = "button";
    button.className = `badge ${weight}`;
    button.dataset["entry"] = String(number);
    // F8 goes from passage to passage; a stop at each number would stand in the way of the text.
    button.tabIndex = -1;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.lang = spoken();
    return button;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** A text that is being written, with marks that go along. */
export class Editing {
  readonly view: EditorView;
  /** The versions that were handed out for checking and are not out of date, with what was changed since. */
  private versions: { readonly version: number; changes: ChangeSet }[] = [];
  private at: Entry | undefined;
  /** The entries of the marks by their numbers: those of marks that stay where they are become others, too. */
  private entries: ReadonlyMap<number, Entry> = new Map();

  constructor(parent: HTMLElement, root: ShadowRoot, text: string, version: number, private readonly heard: Heard) {
    this.view = new EditorView({
      parent,
      root,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            "aria-label": words("draft-text"),
            "aria-describedby": "note keys",
            lang: "en-GB",
            spellcheck: "true",
          }),
          marksField,
          EditorView.domEventHandlers({ click: (event) => this.clicked(event) }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              for (const known of this.versions) known.changes = known.changes.compose(update.changes);
              this.heard.changed();
            } else if (update.selectionSet && update.transactions.some((one) => one.isUserEvent("select"))) {
              this.enter();
            }
          }),
        ],
      }),
    });
    this.versions.push({ version, changes: ChangeSet.empty(this.view.state.doc.length) });
  }

  /** Whether a version is one that was handed out and is not out of date. */
  knows(version: number): boolean {
    return this.versions.some((known) => known.version === version);
  }

  /** Begins anew with a text that came from elsewhere. */
  reset(text: string, version: number): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    this.versions = [{ version, changes: ChangeSet.empty(this.view.state.doc.length) }];
  }

  /** The text as it is, which is from now on known by this version. */
  take(version: number): string {
    const { doc } = this.view.state;
    this.versions.push({ version, changes: ChangeSet.empty(doc.length) });
    return doc.toString();
  }

  /** Lays marks over the text whose places are those of a version. */
  mark(version: number, marks: readonly Mark[]): void {
    this.versions = this.versions.filter((known) => known.version >= version);
    const known = this.versions[0];
    if (known?.version !== version) return;
    const moved = marks.flatMap(({ from, to, entry }) => {
      const start = known.changes.mapPos(Math.min(from, known.changes.length), 1);
      const end = known.changes.mapPos(Math.min(to, known.changes.length), -1);
      return start < end ? [{ from: start, to: end, entry }] : [];
    });
    this.entries = new Map(moved.map(({ entry }) => [entry.number, entry]));
    if (!alike(this.view.state.field(marksField).marks, moved)) this.view.dispatch({ effects: setMarks.of(moved) });
  }

  /** The first passage of a finding from a place on, or its first one. */
  find(entry: Entry, from = 0): Mark | undefined {
    const own = this.marks.filter((mark) => mark.entry.finding.key === entry.finding.key);
    return own.find((mark) => mark.from >= from) ?? own[0];
  }

  /** Puts the caret where a passage begins, and brings it into sight. */
  show(mark: Mark, focus: boolean): void {
    this.view.dispatch({
      selection: { anchor: mark.from },
      effects: EditorView.scrollIntoView(mark.from, { y: "center" }),
    });
    if (focus) this.view.focus();
  }

  /** Goes to the passage after the caret, or before it. */
  step(direction: 1 | -1, seen: (entry: Entry) => boolean): Entry | undefined {
    const marks = this.marks.filter((mark) => seen(mark.entry)).toSorted((a, b) => a.from - b.from);
    const { head } = this.view.state.selection.main;
    const next =
      direction === 1
        ? (marks.find((mark) => mark.from > head) ?? marks[0])
        : (marks.findLast((mark) => mark.from < head) ?? marks.at(-1));
    if (!next) return undefined;
    this.show(next, true);
    this.at = next.entry;
    return next.entry;
  }

  /** Puts words into the text as one step that can be undone, and selects them. */
  put(from: number, to: number, insert: string): void {
    this.view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from, head: from + insert.length },
      annotations: isolateHistory.of("full"),
      userEvent: "input.apply",
      scrollIntoView: true,
    });
    this.view.focus();
  }

  undo(): void {
    undo(this.view);
    this.view.focus();
  }

  redo(): void {
    redo(this.view);
    this.view.focus();
  }

  get canUndo(): boolean {
    return undoDepth(this.view.state) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.view.state) > 0;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  close(): void {
    this.view.destroy();
  }

  private get marks(): readonly Mark[] {
    const { marks } = this.view.state.field(marksField);
    return marks.map((mark) => ({ ...mark, entry: this.entries.get(mark.entry.number) ?? mark.entry }));
  }

  private clicked(event: MouseEvent): boolean {
    const badge = event.target instanceof Element ? event.target.closest<HTMLElement>(".badge") : null;
    const mark = badge && this.marks.find(({ entry }) => String(entry.number) === badge.dataset["entry"]);
    if (mark) this.heard.asked(mark.entry);
    return mark !== null && mark !== undefined;
  }

  private enter(): void {
    const { head } = this.view.state.selection.main;
    const mark = this.marks.find(({ from, to }) => from <= head && head <= to);
    if (mark?.entry.finding.key === this.at?.finding.key) return;
    this.at = mark?.entry;
    this.heard.entered(mark);
  }
}
