/** A thread of Node as a module's worker: what a worker has in the browser and a thread has not, and then the worker itself. */

import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";

import type { Module } from "../protocol.js";

const port = parentPort;
if (port === null) throw new Error("this script is run in a thread");

const listen = (_: string, listener: (event: { data: unknown }) => void): void => {
  port.on("message", (data) => listener({ data }));
};
const post = (message: unknown, { transfer }: { transfer: ArrayBuffer[] }): void => port.postMessage(message, transfer);
/** Wasm and messages lie beside the worker. Nothing else is fetched, and nothing from anywhere else. */
const fetchFile = async (address: string | URL): Promise<Response> => {
  const type = String(address).endsWith(".wasm") ? "application/wasm" : "text/plain";
  return new Response(await readFile(new URL(address)), { headers: { "content-type": type } });
};
Object.assign(globalThis, { addEventListener: listen, postMessage: post, fetch: fetchFile });

await import(`../worker/${workerData as Module}.js`);
