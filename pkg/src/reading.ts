/** The reading of files by the modules that read, with packs opened and their files read. */

import type { CheckOptions, Progress, TenderFile } from "./api.js";
import { CheckerError } from "./error.js";
import type { ModuleWorker } from "./module.js";
import type { Answer, Call, Module } from "./protocol.js";
import { HEAD, LITTER_NAMES, LITTER_PREFIXES, MOST_FILES, MOST_NESTING, MOST_TEXT } from "./types.js";
import type { Document, Format, Reader, Why } from "./types.js";

/** A document that was read. */
export interface Read {
  document: Document;
  /** The document as JSON. */
  json: () => string;
  origin: Origin;
  /** Where it stands among all that this checker has read. */
  order: number;
}

/** Where a document comes from: a file that was given, or one of the files in another. */
type Origin = { file: TenderFile } | { within: Origin; number: number };

/** Tells that this file and those behind it are more than a pack may have. */
function tooMany(file: TenderFile): Read {
  const document: Document = { name: file.name, format: "unknown", blocks: [], unread: [{ why: "too_large", detail: "files" }] };
  return { document, json: () => JSON.stringify(document), origin: { file }, order: 0 };
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
    return { ...read, document, json: () => JSON.stringify(document) };
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

/** What a file is called whose reader broke down before it could tell. */
const PRESUMED: Record<Reader, Format> = { text: "unknown", office: "zip", pdf: "pdf" };

/** What a failed reading is called in a document. */
const UNREAD = { deadline: "too_large", trap: "damaged", file: "damaged", stopped: "stopped" } as const satisfies Record<string, Why>;

/** How files are read. */
export interface How {
  signal: AbortSignal;
  /** What is tried on files that ask for a password. */
  passwords: readonly string[];
}

/** Reads files, each by the module that reads its kind. */
export class Reading {
  constructor(
    private readonly modules: Readonly<Record<Module, ModuleWorker>>,
    /** Milliseconds that the reading of one file may take. */
    private readonly deadline: number,
  ) {}

  /** Reads files that are to stand behind others. Gives the documents and how many files there were in the end. */
  async readAll(
    all: readonly TenderFile[],
    before: readonly Read[],
    how: How,
    onProgress: CheckOptions["onProgress"],
  ): Promise<{ read: Read[]; files: number }> {
    const room = Math.max(MOST_FILES - before.length, 0);
    const files = all.slice(0, room);
    const count = new Count(files.length, room, onProgress);
    const opened = files.map((file, index) => this.#open({ file }, file, index, how, count));
    const left = all.slice(room, room + 1).map((file) => tooMany(file));
    const read = withinLimit([...(await Promise.all(opened)).flat(), ...left], before);
    return { read, files: count.files };
  }

  /** Reads a file by itself. */
  async readAgain(file: TenderFile, passwords: readonly string[] = []): Promise<Document> {
    const { value } = await this.readBy(file, "read", { ...ALONE, passwords });
    return (JSON.parse(value) as [Document])[0];
  }

  /** A file, unpacked anew where it is in another. */
  async fileOf(origin: Origin): Promise<TenderFile> {
    if ("file" in origin) return origin.file;
    const pack = await this.fileOf(origin.within);
    const { files } = await this.readBy(pack, "open", ALONE);
    const file = files?.[origin.number];
    if (file === undefined) throw new CheckerError("file", "The file is no longer there");
    return file;
  }

  /** Reads a file; a pack is opened, and the files in it are read. */
  async #open(origin: Origin, file: TenderFile, index: number, how: How, count: Count): Promise<Read[]> {
    const op = depthOf(origin) < MOST_NESTING && count.files <= count.most ? "open" : "read";
    const answer = await this.readBy(file, op, how, count.of(index, file.name));
    const known = (JSON.parse(answer.value) as Document[]).map((document): Read => {
      return { json: () => JSON.stringify(document), document, origin, order: 0 };
    });
    const inner = answer.files ?? [];
    const numbers = count.opened(index, inner.length + known.length);
    known.forEach(({ document }, n) => count.read(numbers[inner.length + n] ?? index, document));
    const read = inner.map((part, n) => {
      return this.#open({ within: origin, number: n }, part, numbers[n] ?? index, how, count);
    });
    const before = known.splice(0, answer.before ?? 0);
    return [...before, ...(await Promise.all(read)).flat(), ...known];
  }

  /** Has a file read by its module; to `open` it is to unpack it if it is a pack. The answer is an array of documents. */
  async readBy(file: TenderFile, op: "open" | "read", how: How, told: Told = UNTOLD): Promise<Answer> {
    const { signal, passwords } = how;
    const limits = { deadline: this.deadline, signal, onPage: told.page };
    const { name } = file;
    let reader: Reader | undefined;
    try {
      const toReader = async (): Promise<Call> => ({ op: "reader", bytes: await bytesOf(file, HEAD) });
      reader = (await this.modules.core.call(toReader, limits)).value as Reader;
      const toRead = async (): Promise<Call> => {
        told.start();
        return { op, name, bytes: await bytesOf(file), passwords };
      };
      const answer = await this.modules[reader].call(toRead, limits);
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
}

/** What is told while a file is read. */
interface Told {
  start: () => void;
  page: ((page: number, pages: number) => void) | undefined;
}

/** Nothing ends the reading, and there is no password. */
const ALONE: How = { signal: new AbortController().signal, passwords: [] };

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

/** A copy of the file's first bytes, made when it is needed: it is handed over to the worker. */
export async function bytesOf(file: TenderFile, count = Infinity): Promise<Uint8Array> {
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
