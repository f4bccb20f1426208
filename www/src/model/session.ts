import type { Checker, Commented, Document, Finding, Given, Progress, Report, Shape } from "tender-check";

import { draftText, type Draft } from "./draft";
import { Bidding, isProfile } from "./bidding";
import { DESKS, type Desk } from "./desk";
import { fetched, fileName } from "./fetched";
import { isReport } from "./saved";
import { givenBy, isOwn, withFile, withSetAside, withoutSetAside, type Own } from "./own";
import { outcome, type Judged, type Reading, type Result, type State } from "./state";

/** A pause in writing after which the draft is compared with an earlier one, in milliseconds. */
const PAUSE = 500;

/** One visit: the files at hand, what the user said of the contract, and what came of it. */
export class Session extends EventTarget {
  /** What is given of the contract before anybody says anything, by the page that this is part of. */
  presumed: Given = {};
  private files: File[] = [];
  /** What was taken out of the pack, with the file it came from where it was all of it. */
  private removed: { readonly name: string; readonly file: File | undefined; readonly putBack: () => void }[] = [];
  private prepared = false;
  private running: AbortController | undefined;
  /** Ends the reading and keeps what was read. */
  private stop: AbortController | undefined;
  /** What is there again when the reading is stopped. */
  private before: State = { name: "start" };
  private judgement = 0;
  private now: State = { name: "start" };
  private set: Own = { setAside: [] };
  private seat: Desk = DESKS[0];
  /** The draft that is being written, as it was last read. */
  private writing: (Omit<Draft, "document"> & { readonly read: Document }) | undefined;
  /** The newest text of the draft that is not being checked yet. */
  private wanted: { readonly text: string; readonly version: number } | undefined;
  private revising = false;
  private comparing: ReturnType<typeof setTimeout> | undefined;
  /** What the report at hand is held against. */
  private earlier: { readonly name: string; readonly report: Report } | undefined;

  /** The bidder's desk: it stays when a tender is put away. */
  readonly bidding: Bidding;

  /** `create` makes a checker for an earlier draft, which is none of the pack. */
  constructor(
    private readonly checker: Checker,
    private readonly create: () => Checker,
  ) {
    super();
    this.bidding = new Bidding(checker);
  }

  /** Begins to load what every check needs: somebody is about to open something. */
  prepare(): void {
    if (this.prepared) return;
    this.prepared = true;
    this.checker.prepare();
  }

  get state(): State {
    return this.now;
  }

  /** The desk at which the user sits; documents and report stay when it changes. */
  get desk(): Desk {
    return this.seat;
  }

  set desk(desk: Desk) {
    if (desk === this.seat) return;
    this.seat = desk;
    this.become(this.now);
  }

  /** What an organisation sets, and what was set aside. */
  get own(): Own {
    return this.set;
  }

  /**
   * Checks files as one pack, together with those already there. Files of settings and set-asides go beside them. A report
   * that was saved is opened again.
   */
  async add(all: readonly File[]): Promise<void> {
    const own = all.filter(isOwn);
    const saved = await Promise.all(all.map(isReport));
    const report = all.find((_, i) => saved[i]);
    const files = all.filter((file, i) => !isOwn(file) && !saved[i]);
    if (own.length > 0) await this.open(own);
    const opened = this.now.name === "result" && this.now.result.documents.length > 0;
    if (report && files.length === 0) return opened ? this.compare([report]) : this.openReport(report);
    if (files.length === 0) return;
    const before = this.now.name === "checking" ? this.before : this.now;
    const given = before.name === "result" ? before.result.given : this.presumed;
    // A report that was saved has no documents.
    const more = before.name === "result" && before.result.documents.length > 0;
    const fresh = more ? files.filter((file) => !this.has(file)) : files;
    if (fresh.length === 0) return;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.before = before;
    const stop = new AbortController();
    this.stop = undefined;
    this.become({ name: "checking", files: fresh });
    let done = 0;
    let last: Reading["step"] | undefined;
    const onProgress = (step: Progress): void => {
      if (this.running !== running) return;
      const total = step.files;
      if (step.step === "page") {
        const page = { number: step.page, of: step.pages };
        if (last) this.become({ name: "checking", files: fresh, progress: { step: last, page, done, total } });
        return;
      }
      if (step.step === "read") done += 1;
      // What was there before is kept by going back to it.
      if (done > 0 && before.name !== "result") this.stop = stop;
      last = step;
      this.become({ name: "checking", files: fresh, progress: { step, done, total } });
    };
    try {
      const options = { signal: running.signal, stop: stop.signal, onProgress };
      const own = this.set;
      const read = await (more ? this.checker.add(fresh, givenBy(own), options) : this.checker.check(fresh, givenBy(own), options));
      const judged = await this.judged(given, { report: read, own });
      if (this.running !== running) return;
      this.running = undefined;
      this.files = more ? [...this.files, ...fresh] : [...fresh];
      // What is given again needs not be put back.
      this.removed = more ? this.removed.filter(({ file }) => !file || !fresh.some((given) => same(given, file))) : [];
      this.become(outcome(this.result(judged, given)));
    } catch (error) {
      if (this.running !== running) return;
      this.running = undefined;
      this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Begins to write a tender: on a blank page, or with a text. */
  async write(text: string, name: string): Promise<void> {
    this.restart();
    const running = (this.running = new AbortController());
    const file = fileOf({ name, text });
    try {
      const report = await this.checker.check([file], givenBy(this.set), { signal: running.signal });
      const [read] = this.checker.documents;
      if (this.running !== running || !read) return;
      this.running = undefined;
      this.files = [file];
      this.writing = { name, text, version: 0, copy: false, read };
      this.become({ name: "result", result: this.result({ report, found: report.circumstances }, {}) });
      // So that the first letter does not wait for the reader of drafts.
      await this.revise(text, 0);
    } catch (error) {
      if (this.running !== running) return;
      this.running = undefined;
      this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Begins to edit a document of the pack as text, in a copy. None ends the editing; the draft stays in the pack. */
  async edit(document: number | null, nameOf: (before: string) => string): Promise<void> {
    if (this.now.name !== "result") return;
    const { report, found, given, documents } = this.now.result;
    const read = document === null ? undefined : documents[document];
    if (!read) {
      this.writing = undefined;
      this.become({ name: "result", result: this.result({ report, found }, given) });
      return;
    }
    this.writing = { name: nameOf(read.name), text: draftText(read), version: 0, copy: true, read };
    await this.revise(this.writing.text, 0);
  }

  /** Takes the draft as it is now. One text is checked at a time, and only the newest matters. */
  async revise(text: string, version: number): Promise<void> {
    this.wanted = { text, version };
    if (this.revising) return;
    this.revising = true;
    try {
      while (this.wanted) {
        const next = this.wanted;
        this.wanted = undefined;
        await this.revised(next);
      }
    } catch (error) {
      this.become({ name: "failed", reason: reasonOf(error) });
    } finally {
      this.revising = false;
    }
  }

  private async revised(next: Pick<Draft, "text" | "version">): Promise<void> {
    const { writing, set: own } = this;
    const at = writing ? this.checker.documents.indexOf(writing.read) : -1;
    if (!writing || at < 0 || this.now.name !== "result") return;
    const { given } = this.now.result;
    const { report, document } = await this.checker.revise(at, { name: writing.name, text: next.text }, givenBy(own));
    const judged = await this.judged(given, { report, own });
    const now: State = this.now;
    // The editing may have ended meanwhile, or all been put away.
    if (now.name !== "result" || this.writing !== writing) return;
    this.writing = { ...writing, ...next, read: document };
    this.judgement += 1;
    this.become({ name: "result", result: this.result(judged, now.result.given) });
    if (now.result.given !== given) await this.give(now.result.given);
  }

  /** Opens a document that is locked with its password, which is handed on and not kept. Rejects where it does not open it. */
  async unlock(document: number, password: string): Promise<void> {
    const { now } = this;
    if (now.name !== "result" && now.name !== "unread") return;
    const locked = now.name === "result" ? now.result.documents[document] : this.checker.documents[document];
    // What is shown may be older than the pack.
    const at = locked ? this.checker.documents.indexOf(locked) : -1;
    if (at < 0) return;
    const given = now.name === "result" ? now.result.given : this.presumed;
    const own = this.set;
    const { report } = await this.checker.unlock(at, password, givenBy(own));
    const judged = await this.judged(given, { report, own });
    // All may have been put away meanwhile.
    if (this.now.name !== now.name) return;
    this.judgement += 1;
    this.become(outcome(this.result(judged, given)));
  }

  /** Holds the report at hand against an earlier one, or against that on an earlier draft. None ends the comparison. */
  async compare(files: readonly File[]): Promise<void> {
    if (this.now.name !== "result") return;
    const [file] = files;
    if (!file) {
      this.earlier = undefined;
      const { compared: _, ...result } = this.now.result;
      this.become({ name: "result", result });
      return;
    }
    const earlier = { name: file.name, report: await this.reportOn(files, file, this.now.result.given) };
    this.earlier = earlier;
    await this.compareAgain();
  }

  private async reportOn(files: readonly File[], first: File, given: Given): Promise<Report> {
    if (await isReport(first)) return this.checker.openReport(await first.text());
    const checker = this.create();
    try {
      const report = await checker.check(files, { ...given, ...givenBy(this.set) });
      if (report.coverage.files.every((file) => file.read === "none")) throw new Error("nothing could be read");
      return report;
    } finally {
      checker.close();
    }
  }

  /** Compares with the report as it is now; one that comes meanwhile is compared after it. */
  private async compareAgain(): Promise<void> {
    const { earlier, now } = this;
    if (!earlier || now.name !== "result" || now.result.compared?.later === now.result.report) return;
    const later = now.result.report;
    const comparison = await this.checker.compare(earlier.report, later);
    if (this.earlier !== earlier || this.now.name !== "result" || this.now.result.report !== later) return;
    this.become({ name: "result", result: { ...this.now.result, compared: { ...earlier, comparison, later } } });
  }

  /** Puts the report at hand into a shape for people. */
  async shape(shape: Shape): Promise<string> {
    if (this.now.name !== "result") throw new Error("there is no report");
    return this.checker.shape(this.now.result.report, shape);
  }

  /** Opens a report that was saved. What was there before is put away. */
  private async openReport(file: File): Promise<void> {
    this.running?.abort();
    const running = (this.running = new AbortController());
    try {
      const report = await this.checker.openReport(await file.text());
      if (this.running !== running) return;
      this.restart();
      this.become({ name: "result", result: { documents: [], report, found: report.circumstances, given: {}, removed: [] } });
    } catch (error) {
      if (this.running !== running) return;
      this.running = undefined;
      this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Stops reading. What was read is kept and judged; where nothing was, what was there before is there again. */
  cancel(): void {
    if (!this.running) return;
    if (this.stop) {
      this.stop.abort();
      return;
    }
    this.running.abort();
    this.running = undefined;
    this.become(this.before);
  }

  /** Judges the pack anew. */
  async give(given: Given): Promise<void> {
    if (this.now.name !== "result" || this.now.result.documents.length === 0) return;
    this.become({ name: "result", result: { ...this.now.result, given } });
    await this.renew(async () => {
      const report = await this.checker.report({ ...given, ...givenBy(this.set) });
      return this.now.name === "result" ? { ...this.now.result, report, given } : undefined;
    });
  }

  /** Takes a document out of the pack, and judges the others. */
  async remove(document: number): Promise<void> {
    const gone = this.now.name === "result" ? this.now.result.documents[document] : undefined;
    // What is shown may be older than the pack.
    const at = gone ? this.checker.documents.indexOf(gone) : -1;
    if (gone === undefined || at < 0) return;
    // A document in an archive or an e-mail is not all that came of its file.
    const file = this.files.find(({ name }) => name === gone.name);
    this.removed = [...this.removed, { name: gone.name, file, putBack: this.checker.remove(at) }];
    this.files = this.files.filter((kept) => kept !== file);
    await this.again();
  }

  /** Puts a document back that was taken out, by its place among those that were. */
  async putBack(removed: number): Promise<void> {
    const back = this.removed[removed];
    if (back === undefined) return;
    back.putBack();
    this.removed = this.removed.filter((other) => other !== back);
    if (back.file) this.files = [...this.files, back.file];
    await this.again();
  }

  /** Judges the documents that are in the pack now. */
  private async again(): Promise<void> {
    if (this.now.name !== "result") return;
    const { given } = this.now.result;
    await this.renew(async () => this.result(await this.judged(given), given));
  }

  /** Shows a new result, unless another was asked for meanwhile. */
  private async renew(make: () => Promise<Result | undefined>): Promise<void> {
    const judgement = ++this.judgement;
    try {
      const result = await make();
      if (result && judgement === this.judgement && this.now.name === "result") this.become({ name: "result", result });
    } catch (error) {
      if (judgement === this.judgement) this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Judges the pack twice where something is given: for what the documents say by themselves, too. */
  private async judged(given: Given, known?: { report: Report; own: Own }): Promise<Judged> {
    let own = known?.own ?? this.set;
    const found = known?.report ?? (await this.checker.report(givenBy(own)));
    let report = found;
    // Settings may come meanwhile.
    for (let more = Object.keys(given).length > 0; more || own !== this.set; more = false) {
      own = this.set;
      report = await this.checker.report({ ...given, ...givenBy(own) });
    }
    return { report, found: found.circumstances };
  }

  private result(judged: Judged, given: Given): Result {
    const removed = this.removed.map(({ name }) => name);
    const { documents } = this.checker;
    const compared = this.now.name === "result" && this.earlier ? this.now.result.compared : undefined;
    const result = { documents, ...judged, given, removed, ...(compared ? { compared } : {}) };
    if (!this.writing) return result;
    const { read, ...draft } = this.writing;
    const document = documents.indexOf(read);
    return document < 0 ? result : { ...result, draft: { document, ...draft } };
  }

  /** Takes files of settings or set-asides, and judges the pack anew where there is one. */
  async open(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (isProfile(file)) {
        await this.bidding.open(file);
        continue;
      }
      this.set = await withFile(this.set, file, this.checker);
      // The others are not lost on the one that is wrong, and what is wrong stays to be read.
      if (this.set.wrong) break;
    }
    await this.judge();
  }

  /** Begins with settings from the page's own address, where its host names them. */
  async openDefault(address: string): Promise<void> {
    try {
      await this.open([await fetched(address)]);
    } catch (error) {
      this.set = { ...this.set, wrong: { name: fileName(address), lines: [reasonOf(error)] } };
      this.become(this.now);
    }
  }

  /** Checks a notice or document of the page's own origin. */
  async openAddress(address: string): Promise<void> {
    try {
      await this.add([await fetched(address)]);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Judges without own settings again. */
  async removeSettings(): Promise<void> {
    this.set = { setAside: this.set.setAside };
    await this.judge();
  }

  /** Sets a finding aside. */
  async setAside(finding: Finding, reason: string, by: string): Promise<void> {
    this.set = withSetAside(this.set, finding, reason, by);
    await this.judge();
  }

  /** Takes back that a finding was set aside. */
  async restore(key: string): Promise<void> {
    this.set = withoutSetAside(this.set, key);
    await this.judge();
  }

  /** Writes the findings on a document into a copy of its Word file. */
  async comment(document: number, changes: boolean): Promise<Commented> {
    const given = this.now.name === "result" ? this.now.result.given : {};
    return this.checker.comment(document, { given: { ...given, ...givenBy(this.set) }, changes });
  }

  private async judge(): Promise<void> {
    if (this.now.name === "result") await this.give(this.now.result.given);
    else this.become(this.now);
  }

  /** Says that something went wrong outside of the checking. */
  fail(error: unknown): void {
    this.become({ name: "failed", reason: reasonOf(error) });
  }

  /** Forgets everything but the settings. */
  restart(): void {
    this.running?.abort();
    this.running = undefined;
    this.judgement++;
    this.files = [];
    this.bidding.leave();
    this.removed = [];
    this.writing = this.wanted = this.earlier = undefined;
    // What was set aside belongs to the tender that is forgotten; settings belong to the reader.
    const { loaded } = this.set;
    this.set = { setAside: [], ...(loaded ? { loaded } : {}) };
    this.become({ name: "start" });
  }

  private has(file: File): boolean {
    return this.files.some((known) => same(known, file));
  }

  private become(state: State): void {
    this.now = state;
    this.dispatchEvent(new Event("change"));
    if (!this.earlier) return;
    // Comparing takes as long as reading: while somebody writes, it waits for a pause.
    clearTimeout(this.comparing);
    this.comparing = setTimeout(() => void this.compareAgain().catch(() => this.compare([])), this.writing ? PAUSE : 0);
  }
}

/** Whether two files are one, given twice. */
function same(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

function fileOf({ name, text }: Pick<Draft, "name" | "text">): File {
  return new File([text], name, { type: "text/markdown" });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
