// What a keystroke in a long draft costs on the page's thread, and how soon its findings are there, in the built page in
// Chromium.
//
//   node typing.mjs http://127.0.0.1:4173/ tender.txt [keystrokes]
//
// The cost of a keystroke is the processor time of all tasks of the page's main thread from the key to the frame that shows
// its findings, as Chromium's own trace has them. The figures for each are in milliseconds.

import { readFileSync } from 'node:fs';

import { launched, timing } from './chromium.mjs';

const [address, path, count = '15'] = process.argv.slice(2);
const text = readFileSync(path, 'utf8');

const browser = await launched();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
await page.goto(address);
// As "Edit this text" does: pasting so much is not what is measured.
await page.evaluate((text) => document.querySelector('tc-app').session.write(text, 'Draft.md'), text);
await page.locator('tc-editor mark').first().waitFor({ timeout: 60_000 });

const KEYS = { start: 'typing-start', end: 'typing-end' };
await page.evaluate(({ start, end }) => {
  const { session } = document.querySelector('tc-app');
  addEventListener('keydown', (event) => {
    if (event.key !== 'x' && event.key !== ' ') return;
    performance.mark(start, { startTime: event.timeStamp });
    globalThis.turn = new Promise((resolve) => {
      const { version } = session.state.result.draft;
      session.addEventListener('change', function heard() {
        if (session.state.result.draft.version === version) return;
        session.removeEventListener('change', heard);
        // After the frame with the findings.
        requestAnimationFrame(() => setTimeout(() => {
          performance.mark(end);
          resolve(performance.now() - event.timeStamp);
        }));
      });
    });
  }, true);
}, KEYS);
// The caret goes into the text, where findings stand before it and behind.
await page.getByRole('textbox', { name: 'Text of the draft' }).focus();
await page.keyboard.press('ControlOrMeta+Home');
for (let i = 0; i < 20; i++) await page.keyboard.press('PageDown');
await page.keyboard.press('End');

const turn = async (key) => {
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.turn);
};
for (const key of ' xx') await turn(key);
await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
const waits = [];
for (let i = 0; i < Number(count); i++) {
  waits.push(await turn(i % 6 === 5 ? ' ' : 'x'));
  await page.waitForTimeout(100);
}
const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
await browser.close();

const marks = (name) => events.filter((event) => event.name === name && event.cat.includes('user_timing'));
const starts = marks(KEYS.start);
const ends = marks(KEYS.end);
const own = ({ ph, name, pid, tid }) =>
  ph === 'X' && name === 'ThreadControllerImpl::RunTask' && pid === ends[0].pid && tid === ends[0].tid;
const tasks = events.filter(own);
const costs = ends.map((end, i) => {
  const between = tasks.filter(({ ts, dur }) => ts + dur > starts[i].ts && ts < end.ts);
  return between.map(({ dur, tdur = dur }) => tdur / 1000);
});
console.log(
  JSON.stringify({
    cost: timing(costs.map((list) => list.reduce((sum, ms) => sum + ms, 0))),
    longest: Math.max(...costs.flat()),
    findings: timing(waits),
  }),
);
