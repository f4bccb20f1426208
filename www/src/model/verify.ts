import { createChecker } from "tender-check";
import wasmAddress from "tender-check/wasm/core_bg.wasm?url";

/** What was tried of a way to embed the checker. */
export interface Trial {
  /** Which, by the name of its messages. */
  readonly name: "worker" | "wasm" | "frame" | "element";
  /** Whether it works; not known where the site does not say. */
  readonly works: boolean | undefined;
  /** Whether it works all the same, but worse. */
  readonly worse?: boolean;
  /** The header that makes it work. */
  readonly header?: string;
  /** What the browser said. */
  readonly said?: string;
}

/** The policy that a page needs to start workers. */
const PAGE = "Content-Security-Policy: worker-src 'self'";

/** The policy that the files in `worker/` are to be sent with. */
const WORKER = "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

async function headersOf(address: string): Promise<Headers> {
  return (await fetch(address, { method: "HEAD", cache: "no-store" })).headers;
}

/** Tries each way to embed on the site that serves this page. Nothing is asked of any other. */
export async function verify(): Promise<Trial[]> {
  const works = await worker();
  return [...works, await wasm(), await frame(), await element()];
}

/** Starts a checker as every way does. */
async function worker(): Promise<Trial[]> {
  const checker = createChecker();
  try {
    const report = await checker.check("Public liability insurance of £10m is required.");
    if (checker.thread === "page") return [{ name: "worker", works: false, worse: true, header: PAGE }];
    return [{ name: "worker", works: report.facts.length > 0 }];
  } catch (error) {
    return [{ name: "worker", works: false, header: WORKER, said: error instanceof Error ? error.message : String(error) }];
  } finally {
    checker.close();
  }
}

/** Whether wasm is sent by its own type, without which a browser compiles it more slowly. */
async function wasm(): Promise<Trial> {
  const headers = await headersOf(wasmAddress);
  const type = headers.get("content-type") ?? "";
  if (!type.startsWith("application/wasm")) return { name: "wasm", works: false, header: "Content-Type: application/wasm", said: type };
  const packed = headers.get("content-encoding");
  return packed ? { name: "wasm", works: true } : { name: "wasm", works: false, header: "Content-Encoding: br" };
}

/** Whether another page may show this site's frame. */
async function frame(): Promise<Trial> {
  const headers = await headersOf(new URL("embed.html", location.href).href);
  const ancestors = /frame-ancestors ([^;]*)/u.exec(headers.get("content-security-policy") ?? "")?.[1]?.trim();
  const header = "Content-Security-Policy: frame-ancestors 'self' https://www.example.org";
  if (ancestors !== undefined) {
    return { name: "frame", works: !/^'(?:self|none)'$/u.test(ancestors), header, said: `frame-ancestors ${ancestors}` };
  }
  const old = headers.get("x-frame-options");
  return old ? { name: "frame", works: false, header, said: `X-Frame-Options: ${old}` } : { name: "frame", works: true };
}

/** Whether a page of this site may hold the element: scripts of its own are all that it needs. */
async function element(): Promise<Trial> {
  const policy = (await headersOf(location.href)).get("content-security-policy") ?? "";
  const trusted = policy.includes("require-trusted-types-for");
  const header = "Content-Security-Policy: trusted-types lit-html tender-check";
  return trusted ? { name: "element", works: undefined, header, said: "require-trusted-types-for 'script'" } : { name: "element", works: true };
}
