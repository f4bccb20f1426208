// How soon the first view of the built page can be used, on a processor that is slowed: milliseconds from the navigation to
// the frame in which a file can be chosen. Nothing is kept from one turn to the next.
//
//   node view.mjs http://127.0.0.1:4173/

import { launched, timing } from './chromium.mjs';

const [address] = process.argv.slice(2);
const TURNS = 7;
/** How many times slower the processor is made. */
const SLOWED = 4;

const browser = await launched();
const usable = [];
for (let turn = 0; turn < TURNS; turn++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.usable = new Promise((resolve) => {
      const look = () => {
        const start = document.querySelector('tc-app')?.shadowRoot?.querySelector('tc-start');
        const button = start?.shadowRoot?.querySelector('button.main');
        if (button?.checkVisibility()) setTimeout(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.goto(address);
  usable.push(await page.evaluate(() => globalThis.usable));
  await context.close();
}
await browser.close();
console.log(JSON.stringify({ usable: timing(usable) }));
