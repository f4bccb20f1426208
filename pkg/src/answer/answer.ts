import type { Answer, Call, Reply, Request } from "../protocol.js";

/** Takes the number of a page that is about to be read, and how many there are. */
export type Tell = (page: number, pages: number) => void;

/** What a module makes of a call; it throws what becomes an error reply. */
export type Answerer = (call: Call, tell: Tell) => string | Answer | Promise<string | Answer>;

/** A module as it is loaded, in a worker or on the page's own thread. */
export interface Part {
  /** Begins to answer, with no pack held yet. */
  answerer(): Answerer;
  /** Makes the wasm as if it were freshly loaded, after a trap. What it held is lost. */
  reset(): void;
}

/** Milliseconds between two replies that tell a page: no eye sees more, and each costs as much as a page. */
const EVERY = 50;

/** Answers a request: replies go to `reply`, the last of them is the answer or why there is none. */
export async function answered({ id, call }: Request, answer: Answerer, reply: (reply: Reply) => void): Promise<void> {
  let told = performance.now();
  const tell = (page: number, pages: number): void => {
    if (performance.now() - told < EVERY) return;
    told = performance.now();
    reply({ id, page, pages });
  };
  let last: Reply;
  try {
    const value = await answer(call, tell);
    last = typeof value === "string" ? { id, value } : { id, ...value };
  } catch (error) {
    last = { id, error: error instanceof Error ? error.message : String(error), spent: isTrap(error) };
  }
  reply(last);
}

/** A panic is thrown as a string; other traps are the engine's own errors. */
function isTrap(error: unknown): boolean {
  return !(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
