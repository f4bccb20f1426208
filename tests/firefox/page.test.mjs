// The main ways through the page in Firefox. Playwright drives only a Firefox of its own making, so these use Puppeteer, which
// drives any; everything is tested in Chromium. Where Firefox is installed `cargo xtask test page` runs them.
//
//   TENDER_CHECK_PAGE=http://127.0.0.1:4173/ FIREFOX=/usr/bin/firefox-esr node --test tests/firefox/

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { strFromU8, unzipSync } from 'fflate';
import puppeteer from 'puppeteer-core';

const address = process.env.TENDER_CHECK_PAGE ?? 'http://127.0.0.1:4173/';
const invitation = fileURLToPath(new URL('../packs/parish/docx/Invitation to tender.docx', import.meta.url));
const TEXT = 'The contract is worth £40,000. Bidders must hold public liability insurance of £10 million.';

let browser;
let page;
let folder;
/** What is not to happen: errors in the page, and requests to other servers. */
let faults;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firefox-'));
  const extraPrefsFirefox = {
    'browser.download.folderList': 2,
    'browser.download.dir': folder,
    'browser.download.always_ask_before_handling_new_types': false,
  };
  const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
  browser = await puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox, timeout: 120_000 });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  faults = [];
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(?:blob|data):/u.test(request.url())) faults.push(request.url());
  });
  await page.goto(address);
});

afterEach(async () => {
  await page.close();
  assert.deepEqual(faults, []);
});

/** A visible element whose words hold these, through all shadow roots: `tc-tour >>> h2` is one in the shadow of another. */
async function found(path, words = '') {
  const handle = await page.waitForFunction(
    (path, words) => {
      const [selector, host] = path.split(' >>> ').reverse();
      const inside = (node) => (node.shadowRoot ? [...node.shadowRoot.childNodes, ...node.childNodes] : [...node.childNodes]);
      const text = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : inside(node).map(text).join(''));
      const all = (node) => [...inside(node)].flatMap((e) => (e.nodeType === Node.ELEMENT_NODE ? [e, ...all(e)] : []));
      const within = (e) => host === undefined || e.getRootNode().host?.matches(host);
      return all(document.body).find((e) => e.matches(selector) && within(e) && e.checkVisibility() && text(e).includes(words));
    },
    { timeout: 60_000 },
    path,
    words,
  );
  return handle.asElement();
}

const press = async (selector, words) => (await found(selector, words)).click();

test('the example shows findings beside the document, and a finding leads to its passage', async () => {
  await press('button', 'Open the example');
  await found('h1', 'possible barriers');
  const finding = await found('tc-finding', 'turnover');
  await (await finding.$('>>> h4 button')).click();
  await found('tc-shut-out >>> figure', 'of the charities');
  await (await finding.$('>>> .places .link')).click();
  await found('tc-document >>> mark:focus');
});

test('a Word file comes back with its findings as comments', async () => {
  const [chooser] = await Promise.all([page.waitForFileChooser(), press('button', 'Choose documents')]);
  await chooser.accept([invitation]);
  await found('h1', 'possible barriers');
  await press('tc-comment >>> button');
  let copy;
  for (let tries = 0; tries < 600 && copy === undefined; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    // While it writes, Firefox keeps an empty file of the name beside that with what is there.
    const there = readdirSync(folder);
    if (there.length === 1) copy = there.find((name) => name.endsWith('.docx') && statSync(join(folder, name)).size > 0);
  }
  assert.ok(copy, 'no file was saved');
  assert.match(strFromU8(unzipSync(readFileSync(join(folder, copy)))['word/comments.xml']), /<w:comment /u);
});

test('findings come as one types, and what was typed is undone', async () => {
  await press('button', 'Start with a blank page');
  const text = await found('.cm-content');
  await text.focus();
  await page.keyboard.type(TEXT);
  await found('tc-editor >>> mark', '£10 million');
  await found('tc-finding', 'ublic liability');
  await press('button', 'Undo');
  await found('h1', 'A blank page');
});

test('the bidder’s desk holds the example against a profile', async () => {
  await page.goto(`${address}#bidding`);
  await press('button', 'Open the example');
  await found('h1', 'bid');
    await found('tc-demands >>> tbody tr');
  await found('tc-cash >>> svg');
});

test('the tour of the drafting desk goes step by step', async () => {
  await press('button', 'Take the tour');
  await found('tc-tour >>> h2', 'What was found');
  await page.keyboard.press('Escape');
  await found('h1:focus', 'possible barriers');
});
