import type { Checker, Circumstances, Document, Given, Progress, Report } from "tender-check";

/** Where a visit stands. */
export type State =
  | { readonly name: "start" }
  | { readonly name: "checking"; readonly files: readonly File[]; readonly progress?: Reading }
  | { readonly name: "result"; readonly result: Result }
  /** Nothing of what was given could be read. */
  | { readonly name: "unread"; readonly report: Report }
  | { readonly name: "failed"; readonly reason: string };

/** How far the reading is. */
export interface Reading {
  readonly step: Progress;
  /** Files that were read, of all. */
  readonly done: number;
  readonly total: number;
}

/** A report with what it was made from. */
export interface Result {
  readonly documents: readonly Document[];
  readonly report: Report;
  /** The circumstances as they are when the user says nothing. */
  readonly found: Circumstances;
  readonly given: Given;
}

/** One visit: the files at hand, what the user said of the contract, and what came of it. */
export class Session extends EventTarget {
  private files: File[] = [];
  private running: AbortController | undefined;
  /** What is there again when the reading is stopped. */
  private before: State = { name: "start" };
  private judgement = 0;
  private now: State = { name: "start" };

  constructor(private readonly checker: Checker) {
    super();
  }

  get state(): State {
    return this.now;
  }

  /** Checks files as one pack, together with those already there. */
  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const before = this.now.name === "checking" ? this.before : this.now;
    const given = before.name === "result" ? before.result.given : {};
    const pack = before.name === "result" ? [...this.files, ...files.filter((file) => !this.has(file))] : [...files];
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.before = before;
    this.become({ name: "checking", files: pack });
    const total = pack.length;
    let done = 0;
    const onProgress = (step: Progress): void => {
      if (this.running !== running) return;
      if (step.step === "read") done += 1;
      this.become({ name: "checking", files: pack, progress: { step, done, total } });
    };
    try {
      const found = await this.checker.check(pack, {}, { signal: running.signal, onProgress });
      const report = Object.keys(given).length > 0 ? await this.checker.report(given) : found;
      if (this.running !== running) return;
      this.running = undefined;
      this.files = pack;
      this.become(outcome(this.checker.documents, report, found.circumstances, given));
    } catch (error) {
      if (this.running !== running) return;
      this.running = undefined;
      this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Stops reading; what was there before is there again. */
  cancel(): void {
    if (!this.running) return;
    this.running.abort();
    this.running = undefined;
    this.become(this.before);
  }

  /** Judges the pack anew. */
  async give(given: Given): Promise<void> {
    if (this.now.name !== "result") return;
    const judgement = ++this.judgement;
    this.become({ name: "result", result: { ...this.now.result, given } });
    try {
      const report = await this.checker.report(given);
      if (judgement === this.judgement && this.now.name === "result") {
        this.become({ name: "result", result: { ...this.now.result, report, given } });
      }
    } catch (error) {
      if (judgement === this.judgement) this.become({ name: "failed", reason: reasonOf(error) });
    }
  }

  /** Says that something went wrong outside of the checking. */
  fail(error: unknown): void {
    this.become({ name: "failed", reason: reasonOf(error) });
  }

  /** Forgets everything. */
  restart(): void {
    this.running?.abort();
    this.running = undefined;
    this.judgement++;
    this.files = [];
    this.become({ name: "start" });
  }

  private has({ name, size, lastModified }: File): boolean {
    return this.files.some((file) => file.name === name && file.size === size && file.lastModified === lastModified);
  }

  private become(state: State): void {
    this.now = state;
    this.dispatchEvent(new Event("change"));
  }
}

function outcome(documents: readonly Document[], report: Report, found: Circumstances, given: Given): State {
  if (report.coverage.files.every((file) => file.read === "none")) return { name: "unread", report };
  return { name: "result", result: { documents, report, found, given } };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
