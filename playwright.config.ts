import { defineConfig } from "@playwright/test";

/** `cargo xtask test` serves both folders and says where; without it they are served here. */
const packageUrl = process.env["TENDER_CHECK_PACKAGE"];
const pageUrl = process.env["TENDER_CHECK_PAGE"];
const serve = "cargo xtask serve --no-build --no-open";
const byHand = packageUrl === undefined && pageUrl === undefined;

export default defineConfig({
  projects: [
    { name: "package", testDir: "pkg/tests", use: { baseURL: packageUrl ?? "http://127.0.0.1:4174/" } },
    { name: "page", testDir: "www/tests", use: { baseURL: pageUrl ?? "http://127.0.0.1:4173/" } },
  ],
  webServer: byHand
    ? [
        { command: `${serve} --port 4173`, url: "http://127.0.0.1:4173/", reuseExistingServer: true },
        {
          command: `${serve} --port 4174 --package`,
          url: "http://127.0.0.1:4174/package.json",
          reuseExistingServer: true,
        },
      ]
    : [],
  use: {
    // What a service worker answers no test could stand in for; the test of work without a network allows it.
    serviceWorkers: "block",
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
      // Chromium's sandbox does not work for root, as in a container.
      chromiumSandbox: process.getuid?.() !== 0,
    },
    trace: "retain-on-failure",
  },
  fullyParallel: true,
  forbidOnly: process.env["CI"] !== undefined,
  reporter: "list",
});
