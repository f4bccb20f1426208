import { fileURLToPath } from "node:url";

import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** A file of the repository by its path from the root. */
export function file(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** The page with its main parts. Fails a test in which it asks another server, breaks its policy or throws. */
export class TenderCheckPage {
  /** Every address that was asked for. */
  readonly requests: string[] = [];
  /** Errors on the console, refused by policy or thrown. */
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
  }

  async open(): Promise<void> {
    await this.page.goto("./");
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  /** Opens another page of the site. */
  async visit(name: string): Promise<void> {
    await this.page.goto(name);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  async openExample(): Promise<void> {
    await this.open();
    await this.page.getByRole("button", { name: "Open the example" }).click();
    await this.reported();
  }

  /** Checks text as if it had been pasted. */
  async check(text: string): Promise<void> {
    await this.open();
    await this.page.getByLabel("Or paste text").fill(text);
    await this.page.getByRole("button", { name: "Check this text" }).click();
    await this.reported();
  }

  /** Lets files fall on the page. */
  async drop(files: readonly { name: string; text: string }[]): Promise<void> {
    const transfer = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    for (const type of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent("tc-app", type, { dataTransfer: transfer });
    }
  }

  /** Lets a folder fall on the page, with these files by their paths in it. A browser gives its entries two at a time. */
  async dropFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([folder, files]) => {
        const entry = (path: string): FileSystemEntry => {
          const text = files[path.slice(folder.length + 2)];
          const base = { fullPath: path, name: path.split("/").at(-1) ?? "" };
          if (text !== undefined) {
            const file = (take: FileCallback): void => take(new File([text], base.name));
            return { ...base, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
          }
          const below = Object.keys(files).map((file) => `/${folder}/${file}`).filter((file) => file.startsWith(`${path}/`));
          const names = [...new Set(below.map((file) => file.slice(path.length + 1).split("/")[0] ?? ""))];
          const createReader = (): Pick<FileSystemDirectoryReader, "readEntries"> => {
            const waiting = names.map((name) => `${path}/${name}`);
            return { readEntries: (take) => take(waiting.splice(0, 2).map(entry)) };
          };
          return { ...base, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
        };
        DataTransferItem.prototype.webkitGetAsEntry = () => entry(`/${folder}`);
        const transfer = new DataTransfer();
        transfer.items.add(new File([], folder));
        return transfer;
      },
      [folder, files] as const,
    );
    await this.page.dispatchEvent("tc-app", "drop", { dataTransfer: transfer });
  }

  /** Waits for the report. */
  async reported(): Promise<void> {
    await expect(this.page.locator("tc-results")).toBeVisible();
  }

  get findings(): Locator {
    return this.page.locator("tc-finding");
  }

  /** The finding whose title has these words. */
  finding(title: string | RegExp): Locator {
    return this.findings.filter({ has: this.page.locator(".title", { hasText: title }) });
  }

  /** The heading of a finding, which opens and closes it. */
  head(finding: Locator): Locator {
    return finding.getByRole("heading", { level: 4 }).getByRole("button");
  }

  /** On a narrow screen, the way to the documents. */
  get documentPane(): Locator {
    return this.page.locator("tc-results button[aria-pressed]").filter({ hasText: /^\s*Document/ });
  }

  get document(): Locator {
    return this.page.locator("tc-document");
  }

  get marks(): Locator {
    return this.document.locator("mark:not([data-off])");
  }

  /** The box of a kind of finding in the filter. */
  filter(kind: string): Locator {
    return this.page.locator("tc-filter").getByRole("checkbox", { name: kind });
  }

  /** Tells whether an element has the focus, through all shadow roots. */
  async focused(locator: Locator): Promise<boolean> {
    return locator.evaluate((element) => {
      const root = element.getRootNode() as Document | ShadowRoot;
      return root.activeElement === element;
    });
  }
}

export const test = base.extend<{ tender: TenderCheckPage }>({
  tender: async ({ page, baseURL }, use) => {
    const tender = new TenderCheckPage(page);
    await use(tender);
    const own = new URL(baseURL ?? "").origin;
    const foreign = tender.requests.filter((url) => !url.startsWith(`${own}/`) && !url.startsWith(`blob:${own}/`));
    expect(foreign, "requests to other origins").toEqual([]);
    expect(tender.errors, "errors in the browser").toEqual([]);
  },
});

export { expect };

/** A small tender with one demand of each family and a value against which it is out of proportion. */
export const LUNCH_CLUB = `Invitation to tender: lunch club

1. The contract

1.1 The estimated value of the contract is £40,000 a year excluding VAT, £120,000 over the initial term of three years.

1.2 The contract starts on 1 April 2027.

2. Insurance

2.1 Tenderers must hold public liability insurance of at least £10,000,000 at the time of tender.

3. Money

3.1 Tenderers must have a minimum annual turnover of £500,000.

4. Payment

4.1 The Council will pay invoices within 60 days of receipt.
`;
