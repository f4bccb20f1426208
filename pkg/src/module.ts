import { CheckerError } from "./error.js";
import type { Answer, Call, Module, Reply, Request } from "./protocol.js";

/** What is needed of a worker: one of the browser, or a thread of Node. */
export interface Port {
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: Request, transfer: Transferable[]): void;
  terminate(): void;
}

/** A way to run a module. */
export interface Way {
  readonly thread: "page" | "worker";
  create(module: Module): Port;
}

/** The ways to run modules, the best first: what one module could not take, the others do not try again. */
export class Ways {
  #first = 0;
  #taken: Way["thread"] | undefined;

  constructor(private readonly all: readonly Way[]) {}

  /** Those that are left to try. */
  get left(): readonly Way[] {
    return this.all.slice(this.#first);
  }

  /** Where modules run, once one does. */
  get taken(): Way["thread"] | undefined {
    return this.#taken;
  }

  take(way: Way): void {
    this.#first = this.all.indexOf(way);
    this.#taken = way.thread;
  }
}

/** Limits of one call. */
export interface Limits {
  /** Milliseconds after which the worker is ended; loading the module does not count. */
  deadline: number;
  signal?: AbortSignal | undefined;
  /** Told now and then which page is about to be read. */
  onPage?: ((page: number, pages: number) => void) | undefined;
}

/**
 * One wasm module in its worker. Calls run one after the other, so that a deadline is that of one document.
 * The worker is started by the first call, and afresh after it was ended: by a deadline, an abort or a trap.
 */
export class ModuleWorker {
  #worker: Port | undefined;
  #life = 0;
  #lastId = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Ends the call that is running, with this error. */
  #fail: ((error: unknown) => void) | undefined;

  constructor(
    readonly module: Module,
    private readonly ways: Ways,
    private readonly addresses: { wasm?: string | undefined; messages?: string | undefined } = {},
  ) {}

  /** Loads the module before it is needed. What goes wrong is told to the first call. */
  preload(): void {
    this.#enqueue(() => this.#start()).catch(() => undefined);
  }

  /**
   * Makes a call when those before it are done. `make` is given the number of the worker's life:
   * another number than before means that the worker has forgotten everything.
   */
  call(make: (life: number) => Call | Promise<Call>, limits: Limits): Promise<Answer> {
    return this.#enqueue(async () => {
      await this.#start(limits.signal);
      return this.#send(await make(this.#life), limits);
    });
  }

  /** Ends the worker; what is running or waiting is rejected. */
  close(): void {
    this.#closed = true;
    this.#end(new CheckerError("closed", "The checker was closed"));
  }

  #enqueue<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(job);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #start(signal?: AbortSignal): Promise<void> {
    this.#mayGoOn(signal);
    if (this.#worker !== undefined) return;
    const why: string[] = [];
    for (const way of this.ways.left) {
      try {
        this.#worker = way.create(this.module);
        this.#life += 1;
        await this.#send({ op: "start", ...this.addresses }, { deadline: Infinity, signal });
        this.ways.take(way);
        if (why.length > 0) console.warn(`Tender Check works on the ${way.thread}'s own thread. ${why.join(" ")}`);
        return;
      } catch (error) {
        this.#end(error);
        if (signal?.aborted || (error instanceof CheckerError && error.reason === "closed")) throw error;
        why.push(inPlain(error instanceof Error ? error.message : String(error), way.thread));
      }
    }
    throw new CheckerError("load", `The ${this.module} module could not be loaded: ${why.join(" ")}`);
  }

  #mayGoOn(signal?: AbortSignal): void {
    if (this.#closed) throw new CheckerError("closed", "The checker was closed");
    signal?.throwIfAborted();
  }

  #send(call: Call, { deadline, signal, onPage }: Limits): Promise<Answer> {
    this.#mayGoOn(signal);
    const worker = this.#worker;
    if (worker === undefined) throw new CheckerError("trap", `The ${this.module} module is not running`);
    const request: Request = { id: ++this.#lastId, call };
    return new Promise<Answer>((resolve, reject) => {
      const abort = (): void => this.#end(signal?.reason);
      const late = (): void =>
        this.#end(new CheckerError("deadline", `Not done after ${Math.round(deadline / 1000)} seconds`));
      const timer = deadline === Infinity ? undefined : setTimeout(late, deadline);
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        this.#fail = undefined;
      };
      this.#fail = (error) => {
        settle();
        reject(error);
      };
      signal?.addEventListener("abort", abort);
      worker.onmessage = (event: MessageEvent<Reply>) => {
        const reply = event.data;
        if (reply.id !== request.id) return;
        if ("page" in reply) {
          onPage?.(reply.page, reply.pages);
        } else if ("value" in reply) {
          settle();
          resolve(reply);
        } else if (reply.spent) {
          this.#end(new CheckerError("trap", reply.error));
        } else {
          settle();
          reject(new CheckerError("usage", reply.error));
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#end(new CheckerError("trap", event.message || NO_WORKER));
      };
      worker.onmessageerror = () => this.#end(new CheckerError("trap", "A reply could not be understood"));
      worker.postMessage(request, "bytes" in call ? [call.bytes.buffer] : []);
    });
  }

  #end(error: unknown): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#fail?.(error);
  }
}

/** A browser does not tell a page why a worker did not start. */
const NO_WORKER =
  "No worker was started. Its file has to be of the page's own origin, and where the page has a policy it has to be allowed " +
  "by the header Content-Security-Policy: worker-src 'self'.";

/** What a browser says of a policy that forbids wasm, as what is to be done. */
function inPlain(words: string, thread: Way["thread"]): string {
  if (words === NO_WORKER || !/unsafe-eval|Content Security Policy/u.test(words)) return words.replace(/[^.!?]$/u, "$&.");
  return thread === "worker"
    ? "The policy of the worker's file forbids WebAssembly. Send the files in worker/ with the header " +
        "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'."
    : "On the page itself the page's own policy forbids it: where workers cannot be allowed, send the page with the header " +
        "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'.";
}
