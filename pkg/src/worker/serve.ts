import type { Answer, Call, Reply, Request } from "../protocol.js";

/** Takes the number of a page that is about to be read, and how many there are. */
export type Tell = (page: number, pages: number) => void;

/** Milliseconds between two replies that tell a page: no eye sees more, and each costs as much as a page. */
const EVERY = 50;

/** Answers requests with what `answer` gives; what it throws becomes an error reply. */
export function serve(answer: (call: Call, tell: Tell) => string | Answer | Promise<string | Answer>): void {
  addEventListener("message", (event: MessageEvent<Request>) => {
    const { id, call } = event.data;
    const reply = (reply: Reply): void => {
      const files = "files" in reply ? (reply.files ?? []) : [];
      postMessage(reply, { transfer: files.map((file) => file.bytes.buffer) });
    };
    let told = performance.now();
    const tell = (page: number, pages: number): void => {
      if (performance.now() - told < EVERY) return;
      told = performance.now();
      reply({ id, page, pages });
    };
    Promise.resolve()
      .then(() => answer(call, tell))
      .then(
        (value) => reply(typeof value === "string" ? { id, value } : { id, ...value }),
        (error: unknown) => reply({ id, error: words(error), spent: isTrap(error) }),
      );
  });
}

/** A panic is thrown as a string; other traps are the engine's own errors. */
function isTrap(error: unknown): boolean {
  return !(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
