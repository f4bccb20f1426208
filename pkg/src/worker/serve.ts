import type { Answer, Call, Reply, Request } from "../protocol.js";

/** Answers requests with what `answer` gives; what it throws becomes an error reply. */
export function serve(answer: (call: Call) => string | Answer | Promise<string | Answer>): void {
  addEventListener("message", (event: MessageEvent<Request>) => {
    const { id, call } = event.data;
    const reply = (reply: Reply): void => {
      const files = "files" in reply ? (reply.files ?? []) : [];
      postMessage(reply, { transfer: files.map((file) => file.bytes.buffer) });
    };
    Promise.resolve()
      .then(() => answer(call))
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
