import { CheckerError } from "./error.js";
import { ModuleWorker, type Port } from "./module.js";
import type { Answer, Call, Module, Shape } from "./protocol.js";
import { HEAD, LITTER_NAMES, LITTER_PREFIXES, MOST_FILES, MOST_NESTING, MOST_TEXT } from "./types.js";
import type {
  Assessment,
  Choice,
  Comparison,
  Document,
  Format,
  Given,
  Profile,
  Reader,
  Report,
  SetAside,
  Settings,
  Why,
} from "./types.js";

/** A file to be checked: a `File` of the browser, bytes, or text. The bytes are copied, not taken. */
export type TenderFile = File | { name: string; bytes: ArrayBuffer | Uint8Array } | { name: string; text: string };

/**
 * How far a check has come. Files of different kinds are read at the same time, so steps may interleave. A pack counts
 * as one file until it is opened, and as the files in it from then on, so `files` may grow.
 */
export type Progress =
  /** A file is being read. */
  | { step: "reading"; file: number; files: number; name: string }
  /** A page of the file is being read. Told now and then, of formats that have pages. */
  | { step: "page"; file: number; files: number; name: string; page: number; pages: number }
  /** A file was read, or could not be: `document.unread` says what is missing and why. */
  | { step: "read"; file: number; files: number; name: string; document: Document }
  /** All files were read; the pack is being judged. */
  | { step: "judging"; files: number };

/** How a check is run. */
export interface CheckOptions {
  /** Ends the check; it rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Ends the reading: what was read until then is judged, and the other files are documents whose `unread` says `stopped`.
   */
  stop?: AbortSignal | undefined;
  onProgress?: (progress: Progress) => void;
}

/** A `TrustedScriptURL`, of which not every version of TypeScript knows. */
export interface TrustedUrl {
  toString(): string;
}

/** Where a checker finds its files, and its limits. */
export interface CheckerOptions {
  /**
   * Address of a module's worker script, of the page's own origin: where `dist/worker/` was put when a bundler
   * does not do it. The worker finds its wasm beside it, in `../wasm/`. Where the page requires trusted types, a
   * `TrustedScriptURL` of its own policy.
   */
  workerUrl?: (module: Module) => string | URL | TrustedUrl;
  /** Address of a module's wasm, where it is not beside the worker. */
  wasmUrl?: (module: Module) => string | URL;
  /** Address of the messages of findings, where they are not beside the worker, in `../messages/en.txt`. */
  messagesUrl?: string | URL;
  /** Address of the messages of a report's shapes, where they are not beside the worker, in `../messages/en.export.txt`. */
  exportMessagesUrl?: string | URL;
  /** Address of the messages of the bidder's desk, where they are not beside the worker, in `../messages/en.bid.txt`. */
  bidMessagesUrl?: string | URL;
  /** Milliseconds that the reading of one file may take; 20,000 unless told. */
  deadline?: number;
}

/** How findings are written into a Word file. */
export interface CommentOptions {
  /** The circumstances that it is judged under. */
  given?: Given;
  /** Whether better wording is proposed as tracked changes too. */
  changes?: boolean;
  /** Name that Word shows; "Tender Check" unless told. */
  author?: string;
}

/** A Word file with the findings in it. */
export interface Commented {
  bytes: Uint8Array;
  /** Number of comments. */
  comments: number;
  /** Number of tracked changes. */
  changes: number;
}

/** A document that was read anew, and the report on its pack. */
export interface Revised {
  document: Document;
  report: Report;
}

/** Reads and judges tender documents in workers. Make one with `createChecker` and keep it. */
export interface Checker {
  /**
   * Reads the files as one pack and judges them; a zip archive is the files in it, and an e-mail is itself and what is
   * attached to it. A file that cannot be read does not stop the others: it is a
   * document with a reason in `unread`, and is in the report's coverage. A new check ends one that is running.
   */
  check(input: string | readonly TenderFile[], given?: Given, options?: CheckOptions): Promise<Report>;
  /**
   * Reads more files into the pack of the last check, behind its documents, and judges all of it. The documents that are
   * there are not read anew.
   */
  add(files: readonly TenderFile[], given?: Given, options?: CheckOptions): Promise<Report>;
  /**
   * Takes a document out of the pack, by its index among `documents`; the next `report` is without it. Gives a function that
   * puts it back where it stood, and does nothing once another pack was checked.
   */
  remove(document: number): () => void;
  /** Judges the pack of the last check again, under other circumstances. Nothing is read anew. */
  report(given: Given): Promise<Report>;
  /**
   * Reads one document of the last check anew, from another file, and judges the pack with it; the other documents are not
   * read again. For drafts that are being written. A file that is a pack cannot take a document's place.
   */
  revise(document: number, file: TenderFile, given?: Given): Promise<Revised>;
  /**
   * Checks an organisation's own settings: what a TOML parser makes of a `tender-check.toml`. Gives them as a report shows
   * them; rejects with a line for each thing that is wrong.
   */
  settings(file: unknown): Promise<Settings>;
  /**
   * Checks findings that were set aside: what a TOML parser makes of a `tender-check.set-aside.toml`. Gives the list to be
   * given as `set_aside`; rejects with a line for each thing that is wrong.
   */
  setAsides(file: unknown): Promise<SetAside[]>;
  /**
   * Writes the findings on a document of the last check, by its index among `documents`, into a copy of its Word file, as
   * comments beside the passages. Rejects with a `CheckerError` of reason `word` where that cannot be done: its message is
   * `not_word`, `not_whole` or `no_text`.
   */
  comment(document: number, options?: CommentOptions): Promise<Commented>;
  /** Puts a report into a shape for people. */
  shape(report: Report, shape: Shape): Promise<string>;
  /**
   * Reads a report that was saved as JSON. Rejects with a `CheckerError` of reason `report` where it is none: its message is
   * `not_report`, or `other_version`.
   */
  openReport(json: string): Promise<Report>;
  /** Compares two reports on one tender: what was mended, what is new, what stayed. */
  compare(earlier: Report, later: Report): Promise<Comparison>;
  /**
   * Holds a report against an organisation: what it meets, what to ask, what the cash would look like. Rejects with a line
   * for each thing that is wrong with the profile.
   */
  assess(report: Report, profile: Profile, choice?: Choice): Promise<Assessment>;
  /**
   * Checks a profile: what a TOML parser makes of its file. Gives it as `assess` takes it; rejects with a line for each
   * thing that is wrong.
   */
  profile(file: unknown): Promise<Profile>;
  /** Writes a letter as a Word file: its paragraphs are parted by blank lines, and the first is the heading. */
  letter(text: string): Promise<Uint8Array<ArrayBuffer>>;
  /** The documents of the last check, in the order of its files; those of a zip archive or an e-mail stand in its place. */
  readonly documents: readonly Document[];
  /** Ends the workers. */
  close(): void;
}

/** What a file is called whose reader broke down before it could tell. */
const PRESUMED: Record<Reader, Format> = { text: "unknown", office: "zip", pdf: "pdf" };

const DEADLINE = 20_000;

/** Who makes comments, unless told. */
const AUTHOR = "Tender Check";
/** Why a file cannot be written anew, as the module says it. */
const REFUSED = new Set(["not_word", "not_whole", "no_text"]);

/** Why a file is no report, as the module says it. */
const NO_REPORT = new Set(["not_report", "other_version"]);

/** Makes a checker and begins to load the core module. Its readers are loaded when a file of their kind is met. */
export function createChecker(options: CheckerOptions = {}): Checker {
  const { workerUrl } = options;
  const create = (module: Module): Worker =>
    workerUrl === undefined ? ownWorker(module) : new Worker(workerUrl(module) as string | URL, { type: "module" });
  return new WorkerChecker(options, create);
}

interface Read {
  document: Document;
  json: string;
  origin: Origin;
  /** Where it stands among all that this checker has read. */
  order: number;
}

/** Where a document comes from: a file that was given, or one of the files in another. */
type Origin = { file: TenderFile } | { within: Origin; number: number };

/** Tells that this file and those behind it are more than a pack may have. */
function tooMany(file: TenderFile): Read {
  const document: Document = { name: file.name, format: "unknown", blocks: [], unread: [{ why: "too_large", detail: "files" }] };
  return { document, json: JSON.stringify(document), origin: { file }, order: 0 };
}

/** The documents, without their text where that is more than a pack may have: understanding it would take all memory. */
function withinLimit(read: readonly Read[], before: readonly Read[]): Read[] {
  const sizeOf = ({ document }: Read): number => document.blocks.reduce((sum, { text }) => sum + text.length, 0);
  let room = before.reduce((room, read) => room - sizeOf(read), MOST_TEXT);
  return read.map((read) => {
    const size = sizeOf(read);
    if (size <= room) {
      room -= size;
      return read;
    }
    const { name, format } = read.document;
    const document: Document = { name, format, blocks: [], unread: [{ why: "too_large", detail: "text" }] };
    return { ...read, document, json: JSON.stringify(document) };
  });
}

/** Whether a path is that of a file which a program left beside the documents (hidden, `Thumbs.db`), or in such a folder. */
export function isLitter(path: string): boolean {
  const litter = (name: string): boolean =>
    LITTER_PREFIXES.some((prefix) => name.startsWith(prefix)) || LITTER_NAMES.includes(name);
  return path.split("/").some(litter);
}

/** How many packs it is in. */
function depthOf(origin: Origin): number {
  return "file" in origin ? 0 : 1 + depthOf(origin.within);
}

/** A checker, whatever its workers are. */
export class WorkerChecker implements Checker {
  readonly #modules: Record<Module, ModuleWorker>;
  readonly #deadline: number;
  #pack: readonly Read[] | undefined;
  /** How many documents were read. */
  #read = 0;
  /** How many they were when the pack was begun: what was removed from one pack is not put into another. */
  #first = 0;
  /** Which pack the core worker holds, and in which of its lives. */
  #held: { pack: readonly Read[]; life: number } | undefined;
  #running: AbortController | undefined;

  constructor(
    { wasmUrl, messagesUrl, exportMessagesUrl, bidMessagesUrl, deadline = DEADLINE }: CheckerOptions,
    create: (module: Module) => Port,
  ) {
    const address = (url: string | URL | undefined): string | undefined => url && new URL(url, location.href).href;
    const messages: { [Name in Module]?: string | URL | undefined } = {
      core: messagesUrl,
      export: exportMessagesUrl,
      bid: bidMessagesUrl,
    };
    const make = (module: Module): ModuleWorker =>
      new ModuleWorker(module, create, { wasm: address(wasmUrl?.(module)), messages: address(messages[module]) });
    this.#deadline = deadline;
    this.#modules = {
      core: make("core"),
      export: make("export"),
      bid: make("bid"),
      text: make("text"),
      office: make("office"),
      pdf: make("pdf"),
    };
    this.#modules.core.preload();
  }

  get documents(): readonly Document[] {
    return this.#pack?.map((read) => read.document) ?? [];
  }

  async check(
    input: string | readonly TenderFile[],
    given: Given = {},
    options: CheckOptions = {},
  ): Promise<Report> {
    return this.#check(typeof input === "string" ? [{ name: "text", text: input }] : input, [], given, options);
  }

  async add(files: readonly TenderFile[], given: Given = {}, options: CheckOptions = {}): Promise<Report> {
    return this.#check(files, this.#pack ?? [], given, options);
  }

  remove(document: number): () => void {
    const first = this.#first;
    const gone = this.#pack?.[document];
    if (gone === undefined) throw new CheckerError("usage", "There is no such document");
    this.#pack = this.#pack?.filter((read) => read !== gone);
    return () => {
      const pack = this.#pack ?? [];
      if (this.#first !== first || pack.includes(gone)) return;
      this.#pack = [...pack, gone].sort((a, b) => a.order - b.order);
    };
  }

  /** Reads files behind what was read before, and judges all. */
  async #check(
    all: readonly TenderFile[],
    before: readonly Read[],
    given: Given,
    { signal, stop, onProgress }: CheckOptions,
  ): Promise<Report> {
    this.#running?.abort(new DOMException("Another check was begun", "AbortError"));
    const running = (this.#running = new AbortController());
    const reading = new AbortController();
    running.signal.addEventListener("abort", () => reading.abort(running.signal.reason));
    const forward = (): void => running.abort(signal?.reason);
    const halt = (): void => reading.abort(new CheckerError("stopped", "Reading was stopped"));
    signal?.throwIfAborted();
    signal?.addEventListener("abort", forward);
    if (stop?.aborted) halt();
    stop?.addEventListener("abort", halt);
    try {
      const room = Math.max(MOST_FILES - before.length, 0);
      const files = all.slice(0, room);
      const count = new Count(files.length, room, onProgress);
      const opened = files.map((file, index) => this.#open({ file }, file, index, reading.signal, count));
      const left = all.slice(room, room + 1).map((file) => tooMany(file));
      const read = withinLimit([...(await Promise.all(opened)).flat(), ...left], before);
      for (const document of read) document.order = this.#read++;
      const pack = [...before, ...read];
      onProgress?.({ step: "judging", files: count.files });
      const report = await this.#judge(pack, given, running.signal);
      this.#pack = pack;
      if (before.length === 0) this.#first = this.#read;
      return report;
    } finally {
      signal?.removeEventListener("abort", forward);
      stop?.removeEventListener("abort", halt);
      running.abort();
      if (this.#running === running) this.#running = undefined;
    }
  }

  async report(given: Given): Promise<Report> {
    if (this.#pack === undefined) throw new CheckerError("usage", "Nothing was checked yet");
    return this.#judge(this.#pack, given);
  }

  async revise(document: number, file: TenderFile, given: Given = {}): Promise<Revised> {
    const before = this.#pack?.[document];
    if (before === undefined) throw new CheckerError("usage", "There is no such document");
    const answer = await this.#readBy(file, "read", new AbortController().signal, UNTOLD);
    const json = answer.value.slice(1, -1);
    const revised: Read = { ...before, document: JSON.parse(json) as Document, json, origin: { file } };
    // The pack may have become another meanwhile.
    this.#pack = this.#pack?.map((read) => (read === before ? revised : read));
    return { document: revised.document, report: await this.report(given) };
  }

  async settings(file: unknown): Promise<Settings> {
    return JSON.parse(await this.#ask({ op: "settings", json: jsonOf(file) })) as Settings;
  }

  async setAsides(file: unknown): Promise<SetAside[]> {
    return JSON.parse(await this.#ask({ op: "set_asides", json: jsonOf(file) })) as SetAside[];
  }

  async comment(
    document: number,
    { given = {}, changes = false, author = AUTHOR }: CommentOptions = {},
  ): Promise<Commented> {
    const read = this.#pack?.[document];
    if (this.#pack === undefined || read === undefined) throw new CheckerError("usage", "There is no such document");
    const remarks = await this.#askOfPack(this.#pack, { op: "remarks", given: JSON.stringify(given), document });
    const { name } = read.document;
    const file = await this.#fileOf(read.origin);
    const date = new Date().toISOString().replace(/\.\d+Z$/u, "Z");
    const toWrite = async (): Promise<Call> => {
      return { op: "comment", name, bytes: await bytesOf(file), remarks, author, date, changes };
    };
    try {
      const { value, files } = await this.#modules.office.call(toWrite, { deadline: this.#deadline });
      const counts = JSON.parse(value) as { comments: number; changes: number };
      return { ...counts, bytes: files?.[0]?.bytes ?? new Uint8Array() };
    } catch (error) {
      throw error instanceof Error && REFUSED.has(error.message) ? new CheckerError("word", error.message) : error;
    }
  }

  async shape(report: Report, shape: Shape): Promise<string> {
    return this.#export({ op: "shape", report: JSON.stringify(report), shape });
  }

  async openReport(json: string): Promise<Report> {
    try {
      return JSON.parse(await this.#export({ op: "open_report", json })) as Report;
    } catch (error) {
      throw error instanceof Error && NO_REPORT.has(error.message) ? new CheckerError("report", error.message) : error;
    }
  }

  async compare(earlier: Report, later: Report): Promise<Comparison> {
    const call: Call = { op: "compare", earlier: JSON.stringify(earlier), later: JSON.stringify(later) };
    return JSON.parse(await this.#export(call)) as Comparison;
  }

  async assess(report: Report, profile: Profile, choice: Choice = {}): Promise<Assessment> {
    const call: Call = {
      op: "assess",
      report: JSON.stringify(report),
      profile: JSON.stringify(profile),
      choice: JSON.stringify(choice),
    };
    return JSON.parse((await this.#bid(call)).value) as Assessment;
  }

  async profile(file: unknown): Promise<Profile> {
    return JSON.parse((await this.#bid({ op: "profile", json: jsonOf(file) })).value) as Profile;
  }

  async letter(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const { files } = await this.#bid({ op: "letter", text });
    return new Uint8Array(files?.[0]?.bytes ?? []);
  }

  #bid(call: Call): Promise<Answer> {
    return this.#modules.bid.call(() => call, { deadline: this.#deadline });
  }

  async #export(call: Call): Promise<string> {
    return (await this.#modules.export.call(() => call, { deadline: this.#deadline })).value;
  }

  /** A file, unpacked anew where it is in another. */
  async #fileOf(origin: Origin): Promise<TenderFile> {
    if ("file" in origin) return origin.file;
    const pack = await this.#fileOf(origin.within);
    const { files } = await this.#readBy(pack, "open", new AbortController().signal, UNTOLD);
    const file = files?.[origin.number];
    if (file === undefined) throw new CheckerError("file", "The file is no longer there");
    return file;
  }

  close(): void {
    for (const module of Object.values(this.#modules)) module.close();
  }

  async #ask(call: Call): Promise<string> {
    return (await this.#modules.core.call(() => call, { deadline: this.#deadline })).value;
  }

  /** Reads a file; a pack is opened, and the files in it are read. */
  async #open(origin: Origin, file: TenderFile, index: number, signal: AbortSignal, count: Count): Promise<Read[]> {
    const op = depthOf(origin) < MOST_NESTING && count.files <= count.most ? "open" : "read";
    const answer = await this.#readBy(file, op, signal, count.of(index, file.name));
    const known = (JSON.parse(answer.value) as Document[]).map((document): Read => {
      return { json: JSON.stringify(document), document, origin, order: 0 };
    });
    const inner = answer.files ?? [];
    const numbers = count.opened(index, inner.length + known.length);
    known.forEach(({ document }, n) => count.read(numbers[inner.length + n] ?? index, document));
    const read = inner.map((part, n) => {
      return this.#open({ within: origin, number: n }, part, numbers[n] ?? index, signal, count);
    });
    const before = known.splice(0, answer.before ?? 0);
    return [...before, ...(await Promise.all(read)).flat(), ...known];
  }

  /** Has a file read by its module; to `open` it is to unpack it if it is a pack. The answer is an array of documents. */
  async #readBy(file: TenderFile, op: "open" | "read", signal: AbortSignal, told: Told): Promise<Answer> {
    const limits = { deadline: this.#deadline, signal, onPage: told.page };
    const { name } = file;
    let reader: Reader | undefined;
    try {
      const toReader = async (): Promise<Call> => ({ op: "reader", bytes: await bytesOf(file, HEAD) });
      reader = (await this.#modules.core.call(toReader, limits)).value as Reader;
      const toRead = async (): Promise<Call> => {
        told.start();
        return { op, name, bytes: await bytesOf(file) };
      };
      const answer = await this.#modules[reader].call(toRead, limits);
      return op === "read" ? { value: `[${answer.value}]` } : answer;
    } catch (error) {
      if (!(error instanceof CheckerError) || !(error.reason in UNREAD)) throw error;
      const why = UNREAD[error.reason as keyof typeof UNREAD];
      const format = reader === undefined ? "unknown" : PRESUMED[reader];
      const detail = error.reason === "deadline" ? "time" : error.message;
      const document: Document = { name, format, blocks: [], unread: [{ why, detail }] };
      return { value: JSON.stringify([document]) };
    }
  }

  async #judge(pack: readonly Read[], given: Given, signal?: AbortSignal): Promise<Report> {
    return JSON.parse(await this.#askOfPack(pack, { op: "judge", given: JSON.stringify(given) }, signal)) as Report;
  }

  /** Asks the core something of a pack, which it is given where it does not hold it. */
  async #askOfPack(
    pack: readonly Read[],
    call: Extract<Call, { op: "judge" | "remarks" }>,
    signal?: AbortSignal,
  ): Promise<string> {
    let life = 0;
    const { value } = await this.#modules.core.call(
      (current) => {
        life = current;
        if (this.#held?.pack === pack && this.#held.life === life) return call;
        return { ...call, documents: `[${pack.map((read) => read.json).join(",")}]` };
      },
      { deadline: this.#deadline * Math.max(pack.length, 1), signal },
    );
    this.#held = { pack, life };
    return value;
  }
}

/** What is told while a file is read. */
interface Told {
  start: () => void;
  page: ((page: number, pages: number) => void) | undefined;
}

/** Nobody is told of the reading. */
const UNTOLD: Told = { start: () => undefined, page: undefined };

/** Counts the files of a check, and tells how far it is. */
class Count {
  constructor(
    public files: number,
    /** Packs are opened as long as there are not more. */
    readonly most: number,
    private readonly tell: ((progress: Progress) => void) | undefined,
  ) {}

  /** The numbers of the documents that a file turned out to be: its own, and new ones at the end. */
  opened(file: number, documents: number): number[] {
    const more = Math.max(documents - 1, 0);
    const numbers = [file, ...Array.from({ length: more }, (_, n) => this.files + n)];
    this.files += more;
    return numbers;
  }

  /** What is told of a file while it is read. */
  of(file: number, name: string): Told {
    const tell = this.tell;
    return {
      start: () => tell?.({ step: "reading", file, files: this.files, name }),
      page: tell && ((page, pages) => tell({ step: "page", file, files: this.files, name, page, pages })),
    };
  }

  read(file: number, document: Document): void {
    this.tell?.({ step: "read", file, files: this.files, name: document.name, document });
  }
}

/** JSON of anything; of nothing too. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** What a failed reading is called in a document. */
const UNREAD = { deadline: "too_large", trap: "damaged", file: "damaged", stopped: "stopped" } as const satisfies Record<string, Why>;

/** Bundlers find worker files by these very expressions. */
function ownWorker(module: Module): Worker {
  switch (module) {
    case "core":
      return new Worker(new URL("./worker/core.js", import.meta.url), { type: "module" });
    case "bid":
      return new Worker(new URL("./worker/bid.js", import.meta.url), { type: "module" });
    case "export":
      return new Worker(new URL("./worker/export.js", import.meta.url), { type: "module" });
    case "text":
      return new Worker(new URL("./worker/text.js", import.meta.url), { type: "module" });
    case "office":
      return new Worker(new URL("./worker/office.js", import.meta.url), { type: "module" });
    case "pdf":
      return new Worker(new URL("./worker/pdf.js", import.meta.url), { type: "module" });
  }
}

/** A copy of the file's first bytes, made when it is needed: it is handed over to the worker. */
async function bytesOf(file: TenderFile, count = Infinity): Promise<Uint8Array> {
  if (file instanceof Blob) {
    try {
      return new Uint8Array(await file.slice(0, Math.min(count, file.size)).arrayBuffer());
    } catch (error) {
      throw new CheckerError("file", error instanceof Error ? error.message : String(error));
    }
  }
  if ("text" in file) return new TextEncoder().encode(file.text.slice(0, count));
  // A Buffer of Node is a Uint8Array, but its own `slice` copies nothing.
  const bytes = file.bytes instanceof Uint8Array ? file.bytes : new Uint8Array(file.bytes);
  return Uint8Array.prototype.slice.call(bytes, 0, count);
}
