// Checks documents that are sent to it: POST a file, get its report as JSON. Two at a time, the others wait; a file that is
// too large, or one more than may wait, is refused at once.
//
//   npm install tender-check
//   node server.mjs
//   curl --data-binary @tender.docx "http://127.0.0.1:8080/?name=tender.docx"

import { createServer } from "node:http";

import { CheckerError, createChecker } from "tender-check/node";

const LARGEST = 50 * 1024 * 1024;
const TOGETHER = 2;
const MOST_WAITING = 20;

/** A checker holds one pack at a time, so there is one for each check that may run. */
const free = Array.from({ length: TOGETHER }, () => createChecker({ deadline: 20_000 }));
const waiting = [];

function take() {
  const checker = free.pop();
  return checker ? Promise.resolve(checker) : new Promise((resolve) => waiting.push(resolve));
}

function giveBack(checker) {
  const next = waiting.shift();
  if (next) next(checker);
  else free.push(checker);
}

/** The body; none where it is too large. */
async function bodyOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= LARGEST) parts.push(part);
  }
  return size > LARGEST ? undefined : Buffer.concat(parts);
}

const server = createServer(async (request, response) => {
  const answer = (status, value) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  };
  if (request.method !== "POST") return answer(405, { error: "POST a document" });
  if (waiting.length >= MOST_WAITING) return answer(503, { error: "Too many are waiting, try again" });
  const bytes = await bodyOf(request);
  if (bytes === undefined) return answer(413, { error: "The document is too large" });
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const checker = await take();
  try {
    const name = new URL(request.url, "http://localhost").searchParams.get("name") ?? "document";
    answer(200, await checker.check([{ name, bytes }], {}, { signal: gone.signal }));
  } catch (error) {
    if (!gone.signal.aborted) answer(error instanceof CheckerError ? 422 : 500, { error: error.message });
  } finally {
    giveBack(checker);
  }
});

server.listen(Number(process.env.PORT ?? 8080), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/`));
