// Loads one of the built wasm modules in Node.

import { readFileSync } from 'node:fs';

const folder = new URL('../../pkg/dist/wasm/', import.meta.url);

/** The module `core`, `text`, `office` or `pdf`, instantiated, with its memory; the core with its messages. */
export async function loaded(name) {
  const module = await import(new URL(`${name}.js`, folder));
  const { memory } = module.initSync({ module: readFileSync(new URL(`${name}_bg.wasm`, folder)) });
  if (name === 'core') module.speak(readFileSync(new URL('../messages/en.txt', folder), 'utf8'));
  return { ...module, memory };
}
