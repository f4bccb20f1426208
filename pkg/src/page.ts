import { answered, type Answerer, type Part } from "./answer/answer.js";
import type { Port } from "./module.js";
import type { Reply, Request } from "./protocol.js";

/** How often a module was made afresh. Its wasm is one for all checkers of the page, so what each of them held is lost. */
const lives = new WeakMap<Part, number>();

/**
 * A module on the page's own thread, for pages that may start no worker. Each call is a slice: before it the browser may draw
 * and take clicks. What runs cannot be interrupted, so a deadline ends nothing.
 */
export class PagePort implements Port {
  onmessage: Port["onmessage"] = null;
  onmessageerror: Port["onmessageerror"] = null;
  onerror: Port["onerror"] = null;
  readonly #part: Promise<Part>;
  #answer: Answerer | undefined;
  #life = 0;
  #ended = false;

  constructor(part: Promise<Part>) {
    this.#part = part;
    // What goes wrong is told to the first request.
    part.catch(() => undefined);
  }

  postMessage(request: Request): void {
    void this.#work(request);
  }

  terminate(): void {
    this.#ended = true;
  }

  async #work(request: Request): Promise<void> {
    await pause();
    if (this.#ended) return;
    const reply = (data: Reply): void => {
      if (!this.#ended) this.onmessage?.(new MessageEvent("message", { data }));
    };
    let part: Part;
    try {
      part = await this.#part;
    } catch (error) {
      reply({ id: request.id, error: error instanceof Error ? error.message : String(error), spent: true });
      return;
    }
    const life = lives.get(part) ?? 0;
    if (this.#answer === undefined) {
      this.#answer = part.answerer();
      this.#life = life;
    } else if (this.#life !== life) {
      reply({ id: request.id, error: "The module was made afresh", spent: true });
      return;
    }
    await answered(request, this.#answer, (data) => {
      if ("spent" in data && data.spent && request.call.op !== "start") {
        lives.set(part, life + 1);
        part.reset();
      }
      reply(data);
    });
  }
}

/** Lets the browser do what is waiting. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
