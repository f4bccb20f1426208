import type { Checker, CheckerOptions, CheckOptions, Commented, CommentOptions, TenderFile } from "./api.js";
import { CheckerError } from "./error.js";
import { ModuleWorker, Ways, type Way } from "./module.js";
import type { Answer, Call, Module, Shape } from "./protocol.js";
import { Reading, bytesOf, type Read } from "./reading.js";
import { applied, type Revised } from "./revision.js";
import type { Assessment, Choice, Comparison, Document, Given, Place, Profile, Report, SetAside, Settings } from "./types.js";

/** Milliseconds that one file may take, unless told. */
const DEADLINE = 20_000;

/** Who makes comments, unless told. */
const AUTHOR = "Tender Check";
/** Why a file cannot be written anew, as the modules say it. */
const REFUSED = new Set(["not_word", "not_pdf", "not_whole", "no_text", "locked"]);

/** Why a file is no report, as the module says it. */
const NO_REPORT = new Set(["not_report", "other_version"]);

/** A revision of a document, by its index in a pack, with its number and the worker's life in which it was made. */
interface Drafted extends Revised {
  pack: readonly Read[];
  at: number;
  number: number;
  life: number;
}

/** A checker, whatever its modules run in. */
export class WorkerChecker implements Checker {
  readonly #modules: Record<Module, ModuleWorker>;
  readonly #reading: Reading;
  readonly #ways: Ways;
  readonly #deadline: number;
  #pack: readonly Read[] | undefined;
  /** How many documents were read. */
  #read = 0;
  /** How many they were when the pack was begun: what was removed from one pack is not put into another. */
  #first = 0;
  /** Which pack the core worker holds, and in which of its lives. */
  #held: { pack: readonly Read[]; life: number } | undefined;
  #running: AbortController | undefined;
  /** The last revision of the document that is being written. */
  #draft: Drafted | undefined;
  /** The JSON of the settings that were judged with last, and what the check made of them. */
  #settings: { readonly file: string; readonly checked: Settings } | undefined;
  /** Address of the reader of text. */
  readonly #textWasm: string | undefined;

  /** @param ways The ways to run a module, the best first. */
  constructor(
    { wasmUrl, messagesUrl, exportMessagesUrl, bidMessagesUrl, deadline = DEADLINE, preload = true }: CheckerOptions,
    ways: readonly Way[],
  ) {
    const address = (url: string | URL | undefined): string | undefined => url && new URL(url, location.href).href;
    const messages: { [Name in Module]?: string | URL | undefined } = {
      core: messagesUrl,
      export: exportMessagesUrl,
      bid: bidMessagesUrl,
    };
    this.#ways = new Ways(ways);
    const make = (module: Module): ModuleWorker =>
      new ModuleWorker(module, this.#ways, { wasm: address(wasmUrl?.(module)), messages: address(messages[module]) });
    this.#deadline = deadline;
    this.#textWasm = address(wasmUrl?.("text"));
    this.#modules = {
      core: make("core"),
      export: make("export"),
      bid: make("bid"),
      text: make("text"),
      office: make("office"),
      pdf: make("pdf"),
      mark: make("mark"),
    };
    this.#reading = new Reading(this.#modules, deadline);
    if (preload) this.prepare();
  }

  prepare(): void {
    this.#modules.core.preload();
  }

  get thread(): "page" | "worker" | undefined {
    return this.#ways.taken;
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
    { signal, stop, passwords = [], onProgress }: CheckOptions,
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
      const { read, files } = await this.#reading.readAll(all, before, { signal: reading.signal, passwords }, onProgress);
      for (const document of read) document.order = this.#read++;
      const pack = [...before, ...read];
      onProgress?.({ step: "judging", files });
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
    if (this.#pack === undefined || before === undefined) throw new CheckerError("usage", "There is no such document");
    const revised = await this.#reviseText(this.#pack, document, file, given);
    const made = revised?.document ?? (await this.#reading.readAgain(file));
    const read: Read = { document: made, json: () => JSON.stringify(made), origin: { file }, order: before.order };
    const pack = this.#pack.map((one) => (one === before ? read : one));
    // The pack may have become another meanwhile.
    const stands = revised?.pack === this.#pack;
    this.#pack = pack;
    if (!revised || !stands) return { document: made, report: await this.report(given) };
    this.#draft = { ...revised, pack };
    this.#held = { pack, life: revised.life };
    return { document: made, report: boxed(pack, revised.report) };
  }

  async unlock(document: number, password: string, given: Given = {}): Promise<Revised> {
    const before = this.#pack?.[document];
    if (before === undefined) throw new CheckerError("usage", "There is no such document");
    const opened = await this.#reading.readAgain(await this.#reading.fileOf(before.origin), [password]);
    if (opened.unread?.some(({ why }) => why === "locked")) {
      throw new CheckerError("password", "The password does not open the file");
    }
    const read: Read = { ...before, document: opened, json: () => JSON.stringify(opened) };
    // The pack may have become another meanwhile.
    this.#pack = this.#pack?.map((one) => (one === before ? read : one));
    return { document: opened, report: await this.report(given) };
  }

  /** Reads a draft where the pack is judged, and takes what it changes. Gives none where it is no text, or was too much. */
  async #reviseText(pack: readonly Read[], at: number, file: TenderFile, given: Given): Promise<Drafted | undefined> {
    let last: Drafted | undefined;
    let life = 0;
    const checked = await this.#given(given);
    const make = async (current: number): Promise<Call> => {
      const text = !(file instanceof Blob) && "text" in file ? file.text : await bytesOf(file);
      life = current;
      const { name } = file;
      const call = { op: "revise", at, base: undefined, name, text, given: checked, wasm: this.#textWasm } as const;
      last = this.#draft?.pack === pack && this.#draft.at === at && this.#draft.life === life ? this.#draft : undefined;
      // Another call may have given the worker the pack anew, and taken the draft from it.
      if (last && this.#held?.pack === pack) return { ...call, base: last.number };
      this.#held = undefined;
      return { ...call, documents: pack.map((read) => read.json()) };
    };
    try {
      const { revision } = await this.#modules.core.call(make, { deadline: this.#deadline * pack.length });
      if (!revision) return undefined;
      const base = revision.base === undefined ? undefined : last;
      return { ...applied(base, revision, at), pack, at, number: revision.number, life };
    } catch (error) {
      // The reader has a worker of its own, which tells what is wrong with the file.
      if (error instanceof CheckerError && ["deadline", "file", "trap"].includes(error.reason)) return undefined;
      throw error;
    }
  }

  async settings(file: unknown): Promise<Settings> {
    return JSON.parse(await this.#export({ op: "settings", json: jsonOf(file) })) as Settings;
  }

  async setAsides(file: unknown): Promise<SetAside[]> {
    return JSON.parse(await this.#export({ op: "set_asides", json: jsonOf(file) })) as SetAside[];
  }

  async comment(
    document: number,
    { given = {}, changes = false, author = AUTHOR }: CommentOptions = {},
  ): Promise<Commented> {
    const read = this.#pack?.[document];
    if (this.#pack === undefined || read === undefined) throw new CheckerError("usage", "There is no such document");
    const report = await this.#judged(this.#pack, given);
    const remarks = await this.#export({ op: "remarks", report, document });
    const { name, format } = read.document;
    const isPdf = format === "pdf";
    const file = await this.#reading.fileOf(read.origin);
    const date = new Date().toISOString().replace(/\.\d+Z$/u, "Z");
    const toWrite = async (): Promise<Call> => {
      const bytes = await bytesOf(file);
      return isPdf
        ? { op: "mark", name, bytes, document: read.json(), remarks, author, date }
        : { op: "comment", name, bytes, remarks, author, date, changes };
    };
    try {
      const { value, files } = await this.#modules[isPdf ? "mark" : "office"].call(toWrite, { deadline: this.#deadline });
      const counts = JSON.parse(value) as { comments: number; changes: number };
      return { ...counts, bytes: files?.[0]?.bytes ?? new Uint8Array() };
    } catch (error) {
      if (!(error instanceof Error && REFUSED.has(error.message))) throw error;
      throw new CheckerError(isPdf ? "pdf" : "word", error.message);
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

  close(): void {
    for (const module of Object.values(this.#modules)) module.close();
  }

  /** JSON of what is given, for the core: it takes settings as they were checked, which is done once for each. */
  async #given(given: Given): Promise<string> {
    if (!given.settings) return JSON.stringify(given);
    const file = jsonOf(given.settings);
    if (this.#settings?.file !== file) {
      this.#settings = { file, checked: JSON.parse(await this.#export({ op: "settings", json: file })) as Settings };
    }
    return JSON.stringify({ ...given, settings: this.#settings.checked });
  }

  async #judge(pack: readonly Read[], given: Given, signal?: AbortSignal): Promise<Report> {
    return boxed(pack, JSON.parse(await this.#judged(pack, given, signal)) as Report);
  }

  /** JSON of the report on a pack, which the core is given where it does not hold it. */
  async #judged(pack: readonly Read[], given: Given, signal?: AbortSignal): Promise<string> {
    const call = { op: "judge", given: await this.#given(given) } as const;
    let life = 0;
    const { value } = await this.#modules.core.call(
      (current) => {
        life = current;
        if (this.#held?.pack === pack && this.#held.life === life) return call;
        this.#held = undefined;
        return { ...call, documents: pack.map((read) => read.json()) };
      },
      { deadline: this.#deadline * Math.max(pack.length, 1), signal },
    );
    this.#held = { pack, life };
    return value;
  }
}

/** Puts the boxes of blocks into the places of a report: the core need not know them, and is smaller so. */
function boxed(pack: readonly Read[], report: Report): Report {
  const { facts, findings, circumstances } = report;
  const known = Object.values(circumstances).flatMap(({ where }: { where?: Place[] }) => where ?? []);
  for (const place of [...known, ...[...facts, ...findings].flatMap(({ where }) => where)]) {
    const box = pack[place.document]?.document.blocks[place.block]?.box;
    if (box) place.box = box;
  }
  return report;
}

/** JSON of anything; of nothing too. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value ?? null);
}
