import { LUNCH_CLUB, expect, test } from "./page";

test("nothing of a document leaves the page", async ({ tender, page, baseURL }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" || request.postData() !== null) sent.push(`${request.method()} ${request.url()}`);
  });
  await tender.check(LUNCH_CLUB);
  await page.getByText("Change these").click();
  await page.getByLabel("Value of the contract").fill("90000");
  await expect(page.locator("tc-circumstances .summary")).toContainText("£90,000");
  expect(sent).toEqual([]);
  const own = new URL(baseURL ?? "").origin;
  for (const url of tender.requests) expect(new URL(url.replace(/^blob:/, "")).origin).toBe(own);
  for (const url of tender.requests) expect(new URL(url).search).toBe("");
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
});

test("the policy of the page allows no other server", async ({ page, baseURL }) => {
  const response = await page.goto(baseURL ?? "/");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toMatch(/https?:/);
});
