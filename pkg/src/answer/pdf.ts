import init, { __wbg_reset_state, read_telling, take_maps, wanted_maps } from "../wasm/pdf.js";
import type { Answerer } from "./answer.js";
import { readerOf } from "./reader.js";

export { __wbg_reset_state as reset };

/** Maps of Chinese, Japanese and Korean fonts, which are fetched when a file names one and does not hold it. */
const MAPS: Readonly<Record<string, URL>> = {
  Japan1: new URL("../maps/Japan1.cmaps", import.meta.url),
  GB1: new URL("../maps/GB1.cmaps", import.meta.url),
  CNS1: new URL("../maps/CNS1.cmaps", import.meta.url),
  Korea1: new URL("../maps/Korea1.cmaps", import.meta.url),
};

/** Fetches the maps that a file wants; false where there are none to be had. */
async function fetchMaps(collections: readonly string[]): Promise<boolean> {
  let some = false;
  for (const collection of collections) {
    const address = MAPS[collection];
    // Without them the rest is read, and the document says which pages could not be.
    const response = address && (await fetch(address).catch(() => undefined));
    if (!response?.ok) continue;
    take_maps(new Uint8Array(await response.arrayBuffer()));
    some = true;
  }
  return some;
}

export function answerer(): Answerer {
  return readerOf(init, async (name, bytes, tell, passwords) => {
    const read = (): Uint8Array => read_telling(name, bytes, [...passwords], tell);
    const document = read();
    return (await fetchMaps(wanted_maps())) ? read() : document;
  });
}
