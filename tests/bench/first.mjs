// How long fresh modules take from being instantiated to the first report: nothing of them has run before, so this is
// what a person waits after the download. Run once a process.
//
//   node first.mjs tender.txt

import { readFileSync } from 'node:fs';

import { listOf } from '../../pkg/dist/answer/json.js';
import { loaded } from './module.mjs';

const bytes = new Uint8Array(readFileSync(process.argv[2]));
const { read } = await loaded('text');
const { Pack } = await loaded('core');
const start = performance.now();
const pack = new Pack(listOf([read('tender.txt', bytes)]));
const report = JSON.parse(pack.report('{}'));
const ms = performance.now() - start;
console.log(JSON.stringify({ ms, words: report.documents[0].words }));
