import { answered, type Answerer } from "../answer/answer.js";
import type { Reply, Request } from "../protocol.js";

/** Answers the requests that this worker is sent. */
export function serve(answer: Answerer): void {
  const reply = (reply: Reply): void => {
    const files = "files" in reply ? (reply.files ?? []) : [];
    postMessage(reply, { transfer: files.map((file) => file.bytes.buffer) });
  };
  addEventListener("message", ({ data }: MessageEvent<Request>) => void answered(data, answer, reply));
}
