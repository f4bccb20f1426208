import type { Answer, Call } from "../protocol.js";
import type { Answerer, Tell } from "./answer.js";
import { textOf } from "./json.js";

/** A call that asks for remarks to be written into a file. */
export type CommentCall = Extract<Call, { op: "comment" }>;

type ReadCall = Extract<Call, { op: "read" | "open" }>;

/** Answers for a module that reads files, and perhaps opens packs and writes remarks into files. */
export function readerOf(
  init: (options?: { module_or_path: string }) => Promise<unknown>,
  read: (name: string, bytes: Uint8Array, tell: Tell, passwords: readonly string[]) => Uint8Array | Promise<Uint8Array>,
  open?: (name: string, bytes: Uint8Array) => Answer,
  comment?: (call: CommentCall) => Answer,
): Answerer {
  const readBy = async ({ name, bytes, passwords }: ReadCall, tell: Tell): Promise<string> => {
    return textOf(await read(name, bytes, tell, passwords));
  };
  return async (call, tell) => {
    switch (call.op) {
      case "start":
        await init(call.wasm === undefined ? undefined : { module_or_path: call.wasm });
        return "";
      case "read":
        return readBy(call, tell);
      case "open":
        return open?.(call.name, call.bytes) ?? { value: `[${await readBy(call, tell)}]` };
      case "comment":
        if (comment === undefined) throw new Error("this reader writes no files");
        return comment(call);
      default:
        throw new Error(`a reader cannot ${call.op}`);
    }
  };
}

/** What a module gives of a file that it opened. */
interface Opened {
  documents(): string;
  before(): number;
  count(): number;
  name(file: number): string | undefined;
  take(file: number): Uint8Array | undefined;
  free(): void;
}

/** Opens packs with a module: archives, e-mails. */
export function opener(module: new (name: string, bytes: Uint8Array) => Opened) {
  return (name: string, bytes: Uint8Array): Answer => {
    const opened = new module(name, bytes);
    const files = Array.from({ length: opened.count() }, (_, file) => {
      return { name: opened.name(file) ?? name, bytes: opened.take(file) ?? new Uint8Array() };
    });
    const answer = { value: opened.documents(), before: opened.before(), files };
    opened.free();
    return answer;
  };
}
