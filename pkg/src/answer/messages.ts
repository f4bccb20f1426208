import type { Call } from "../protocol.js";

/** Starts a module that speaks: its wasm and its messages, from `beside` unless told, are fetched side by side. */
export async function startSpeaking(
  init: (options?: { module_or_path: string }) => Promise<unknown>,
  speak: (messages: string) => void,
  { wasm, messages }: Extract<Call, { op: "start" }>,
  beside: URL,
): Promise<void> {
  const words = fetch(messages ?? beside).then((response) => {
    if (!response.ok) throw new Error(`${response.status}: ${response.url}`);
    return response.text();
  });
  const [text] = await Promise.all([words, init(wasm === undefined ? undefined : { module_or_path: wasm })]);
  speak(text);
}
