import { LUNCH_CLUB, expect, file, test } from "./page";

test("one click opens the example, with findings beside the document", async ({ tender, page }) => {
  await tender.openExample();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("possible barriers");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/possible barriers – .+ – Tender Check/);
  expect(await tender.findings.count()).toBeGreaterThan(3);
  expect(await tender.marks.count()).toBeGreaterThan(3);
  for (const theme of ["Insurance", "Money and accounts", "Payment", "Size and lots"]) {
    await expect(page.locator("tc-findings").getByRole("heading", { level: 3, name: theme })).toBeVisible();
  }
});

test("the first view is there before any part that reads or judges, which are loaded when somebody begins", async ({ tender, page }) => {
  await tender.open();
  await page.waitForLoadState("networkidle");
  expect(tender.requests.filter((url) => /wasm|worker|editor|bidding/.test(url))).toEqual([]);
  const core = page.waitForRequest(/core_bg.*\.wasm$/);
  await page.getByRole("button", { name: "Choose documents" }).focus();
  await core;
  expect(tender.requests.filter((url) => /(office|pdf|text|export|bid)_bg/.test(url))).toEqual([]);
});

test("a chosen file is read", async ({ tender, page }) => {
  await tender.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose documents" }).click();
  await (await chooser).setFiles({ name: "Lunch club.txt", mimeType: "text/plain", buffer: Buffer.from(LUNCH_CLUB) });
  await tender.reported();
  await expect(tender.document).toContainText("public liability insurance of at least £10,000,000");
  await expect(page.getByText("Lunch club.txt").first()).toBeVisible();
});

test("dropped files are one pack, with a tab each", async ({ tender, page }) => {
  await tender.open();
  const [first = "", second = ""] = LUNCH_CLUB.split("3. Money");
  await tender.drop([
    { name: "Part one.txt", text: first },
    { name: "Part two.txt", text: second },
  ]);
  await tender.reported();
  await expect(page.getByRole("tab")).toHaveCount(2);
  await expect(tender.document).toContainText("The estimated value");
  await page.getByRole("tab", { name: /Part two/ }).click();
  await expect(tender.document).toContainText("within 60 days");
  await page.getByRole("tab", { name: /Part two/ }).press("ArrowLeft");
  await expect(page.getByRole("tab", { name: /Part one/ })).toBeFocused();
  await expect(tender.document).toContainText("The estimated value");
});

test("a document can be added to the pack, and all can be put away", async ({ tender, page }) => {
  await tender.check(LUNCH_CLUB);
  await tender.drop([{ name: "More.txt", text: "The Council may keep back 5% of each invoice." }]);
  await expect(page.getByRole("tab", { name: /More/ })).toBeVisible();
  await expect(page.getByRole("tab")).toHaveCount(2);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByRole("button", { name: "Open the example" })).toBeVisible();
  await expect(page.getByLabel("Or paste text")).toHaveValue("");
});

test("pasted text is read, from the box and from anywhere on the page", async ({ tender, page, context }) => {
  await tender.open();
  await page.getByRole("button", { name: "Check this text" }).click();
  await expect(page.getByText("There is no text to check yet")).toBeVisible();
  await expect(page.getByLabel("Or paste text")).toBeFocused();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), LUNCH_CLUB);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByLabel("Or paste text")).toHaveValue(LUNCH_CLUB);
  await page.getByRole("button", { name: "Check this text" }).click();
  await tender.reported();
  await expect(tender.document).toContainText("minimum annual turnover of £500,000");
});

test("Word and PDF show their text, tables and notes", async ({ tender, page }) => {
  for (const kind of ["docx", "pdf"]) {
    await tender.open();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose documents" }).click();
    await (await chooser).setFiles(file(`tests/packs/parish/${kind}/Invitation to tender.${kind}`));
    await tender.reported();
    await expect(tender.document).toContainText("grounds maintenance and cemetery care");
    await expect(tender.document.getByRole("cell", { name: "Quarry Lane recreation ground" })).toBeAttached();
    await expect(tender.document.getByRole("heading", { name: "Timetable" })).toBeAttached();
  }
});

test("a file that is no document gets a reason and a way on", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([{ name: "photo.png", text: "\u0000\u0001\u0002\u0089PNG\u0000\u0000" }]);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("photo.png");
  await expect(alert).toContainText("could not be read");
  await expect(alert).toBeFocused();
  await expect(page.getByRole("button", { name: "Choose documents" })).toBeVisible();
});

test("a file that cannot be read does not hide the others, nor is it hidden", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([
    { name: "Lunch club.txt", text: LUNCH_CLUB },
    { name: "photo.png", text: "\u0000\u0001\u0002\u0089PNG\u0000\u0000" },
  ]);
  await tender.reported();
  await expect(page.locator("tc-coverage")).toContainText("photo.png");
  await expect(page.locator("tc-coverage")).toContainText("Not read");
  await expect(page.locator(".reading")).toContainText("One of 2 documents was read in full");
  await page.getByRole("tab", { name: /photo/ }).click();
  await expect(page.getByRole("tabpanel")).not.toBeEmpty();
});

test("no barrier in a pack that was not read in full is never the whole answer", async ({ tender, page }) => {
  await tender.open();
  await tender.drop([
    { name: "notes.txt", text: "The hall has a kitchen and a garden." },
    { name: "photo.png", text: "\u0000\u0001\u0002\u0089PNG\u0000\u0000" },
  ]);
  await tender.reported();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^No barriers found in what was read, and one document was not read in full\s*$/);
});

test("what was read is kept when reading is cancelled", async ({ tender, page }) => {
  // The reader of PDF loads and never answers.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { call: { name?: string } }, ...more: never[]) {
      if (message.call.name !== "terms.pdf") post.call(this, message, ...more);
    } as typeof post;
  });
  await tender.open();
  await tender.drop([
    { name: "Lunch club.txt", text: LUNCH_CLUB },
    { name: "terms.pdf", text: "%PDF-1.7 never read" },
  ]);
  // Which of the two is told last depends on which module is there first.
  await expect(page.getByRole("progressbar")).toHaveJSProperty("value", 1);
  await page.getByRole("button", { name: "Cancel" }).click();
  await tender.reported();
  await expect(page.locator("tc-coverage")).toContainText("reading was stopped");
  await expect(tender.document).toContainText("public liability insurance of at least £10,000,000");
});

test("reading shows how far it is and can be cancelled", async ({ tender, page }) => {
  await page.addInitScript(() => {
    // Workers that load and never answer, so that there is time to press the button.
    Worker.prototype.postMessage = () => undefined;
  });
  await tender.open();
  await page.getByRole("button", { name: "Open the example" }).click();
  await expect(page.getByRole("heading", { name: /^Reading/ })).toBeFocused();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Open the example" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a program part that does not load is told, with what to do", async ({ page, baseURL }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(baseURL ?? "/");
  await page.getByRole("button", { name: "Open the example" }).click();
  await expect(page.getByRole("alert")).toContainText("Load the page again");
});
