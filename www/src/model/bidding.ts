import type { Assessment, Checker, Choice, Profile, Report } from "tender-check";

import { EXAMPLE_DAY, exampleProfile } from "./example";

/** What a tender came to for the organisation, to be put beside others. */
export interface Opportunity {
  /** Names of its documents: what makes it this tender and no other. */
  readonly key: string;
  readonly name: string;
  readonly result: Assessment["outcome"]["result"];
  readonly text: string;
  readonly value?: number;
  readonly deadline?: string;
  readonly needed?: number;
  readonly gap?: number;
  readonly met: number;
  readonly demands: number;
  readonly questions: number;
}

/** Where the profile and the opportunities are kept, once the user asks for it. */
const PROFILE = "tender-check.profile";
const OPPORTUNITIES = "tender-check.opportunities";
/** Most opportunities that stand side by side. */
const MOST = 20;

/** Whether a file tells of an organisation, by its name. */
export function isProfile({ name }: { readonly name: string }): boolean {
  return /profile\.toml$/i.test(name);
}

type Weigher = Pick<Checker, "assess" | "letter" | "profile">;

/** The bidder's desk: a profile, what the user chose, and what the tender at hand comes to. */
export class Bidding extends EventTarget {
  profile: Profile = {};
  choice: Choice = {};
  assessment: Assessment | undefined;
  opportunities: readonly Opportunity[] = [];
  /** What was wrong with the last file, a line for each thing. */
  wrong: readonly string[] = [];
  /** Why the tender could not be weighed. */
  failure: string | undefined;
  /** Whether the profile, and whether the opportunities, are kept on this device. */
  kept = { profile: false, opportunities: false };
  /** The day from which the example is looked at: its own days are long past. */
  exampleDay: string | undefined;

  /** The user's own profile while the example's is at hand, which takes its place only if it is kept. */
  private own: { readonly profile: Profile; readonly kept: boolean } | undefined;
  private report: Report | undefined;
  private weighing = 0;

  constructor(
    private readonly weigher: Weigher,
    private readonly storage: Storage | undefined = storageOf(),
  ) {
    super();
    const profile = this.stored(PROFILE);
    if (isRecord(profile)) {
      this.profile = profile;
      this.kept.profile = true;
    }
    const opportunities = this.stored(OPPORTUNITIES);
    if (Array.isArray(opportunities)) {
      this.opportunities = opportunities.filter(isOpportunity).slice(0, MOST);
      this.kept.opportunities = true;
    }
  }

  /** Weighs a report for the organisation. Another tender is looked at without what was chosen for the last. */
  async weigh(report: Report): Promise<void> {
    if (report === this.report) return;
    if (this.report && keyOf(this.report) !== keyOf(report)) this.choice = {};
    this.report = report;
    await this.again();
  }

  /** Forgets the tender at hand; profile and opportunities stay. */
  leave(): void {
    this.weighing++;
    this.report = undefined;
    this.assessment = undefined;
    this.choice = {};
    this.exampleDay = undefined;
    if (this.own && !this.kept.profile) {
      this.profile = this.own.profile;
      this.kept = { ...this.kept, profile: this.own.kept };
    }
    this.own = undefined;
    this.changed();
  }

  /** Takes another profile. */
  async set(profile: Profile): Promise<void> {
    this.profile = profile;
    this.wrong = [];
    this.keep();
    await this.again();
  }

  /** Takes other lots, days to pay or another start. */
  async choose(choice: { [Name in keyof Choice]?: Choice[Name] | undefined }): Promise<void> {
    const said = Object.entries({ ...this.choice, ...choice }).filter(([, value]) => value !== undefined);
    this.choice = Object.fromEntries(said);
    await this.again();
  }

  /** Takes a profile from a file. */
  async open(file: File): Promise<void> {
    try {
      const { parse } = await import("smol-toml");
      const table = parse((await file.text()).replace(/^\uFEFF/, ""));
      await this.set(await this.weigher.profile(table));
    } catch (error) {
      this.wrong = reasonOf(error).split("\n");
      this.changed();
    }
  }

  /** A letter as a Word file. */
  letter(text: string): Promise<Uint8Array<ArrayBuffer>> {
    return this.weigher.letter(text);
  }

  /** The profile as a file. */
  async file(): Promise<string> {
    const { stringify } = await import("smol-toml");
    return stringify(this.profile);
  }

  /** Takes the example's profile, and the day on which its tender was new. */
  async openExample(): Promise<void> {
    const { parse } = await import("smol-toml");
    const profile = await this.weigher.profile(parse(exampleProfile));
    this.own ??= { profile: this.profile, kept: this.kept.profile };
    this.kept = { ...this.kept, profile: false };
    this.profile = profile;
    this.exampleDay = EXAMPLE_DAY;
    await this.again();
  }

  /** Begins or ends to keep something on this device. */
  remember(what: keyof Bidding["kept"], on: boolean): void {
    this.kept = { ...this.kept, [what]: on };
    if (!on) this.storage?.removeItem(what === "profile" ? PROFILE : OPPORTUNITIES);
    this.keep();
    this.changed();
  }

  /** Forgets the profile, here and on this device. */
  async forget(): Promise<void> {
    if (!this.own || this.kept.profile) this.remember("profile", false);
    await this.set({});
  }

  /** Takes an opportunity away. */
  remove(key: string): void {
    this.opportunities = this.opportunities.filter((one) => one.key !== key);
    this.keep();
    this.changed();
  }

  private async again(): Promise<void> {
    const { report, profile } = this;
    if (!report) {
      this.changed();
      return;
    }
    const weighing = ++this.weighing;
    const today = this.exampleDay ?? new Date().toLocaleDateString("sv-SE");
    try {
      const assessment = await this.weigher.assess(report, profile, { today, ...this.choice });
      if (weighing !== this.weighing) return;
      this.assessment = assessment;
      this.failure = undefined;
      this.compare(report, assessment);
    } catch (error) {
      if (weighing !== this.weighing) return;
      this.failure = reasonOf(error);
    }
    this.changed();
  }

  /** Puts the tender at hand beside the others, in its place where it is there already. */
  private compare(report: Report, assessment: Assessment): void {
    const opportunity = opportunityOf(report, assessment);
    const at = this.opportunities.findIndex((one) => one.key === opportunity.key);
    const all = [...this.opportunities];
    if (at < 0) all.push(opportunity);
    else all[at] = opportunity;
    this.opportunities = all.slice(-MOST);
    this.keep();
  }

  private keep(): void {
    if (this.kept.profile) this.store(PROFILE, this.profile);
    if (this.kept.opportunities) this.store(OPPORTUNITIES, this.opportunities);
  }

  private store(key: string, value: unknown): void {
    try {
      this.storage?.setItem(key, JSON.stringify(value));
    } catch {
      // The device has no room for it, or forbids it: it holds for this visit all the same.
    }
  }

  private stored(key: string): unknown {
    try {
      return JSON.parse(this.storage?.getItem(key) ?? "null");
    } catch {
      return null;
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** What a report and its assessment come to. */
export function opportunityOf(report: Report, { tender, outcome, demands, dates, cash, questions }: Assessment): Opportunity {
  const value = report.circumstances.value.value;
  const deadline = dates.find((day) => day.kind === "timetable.deadline")?.day;
  return {
    key: keyOf(report),
    name: tender,
    result: outcome.result,
    text: outcome.text,
    ...(value === null ? {} : { value }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(cash === undefined ? {} : { needed: cash.needed }),
    ...(cash?.gap === undefined ? {} : { gap: cash.gap }),
    met: demands.filter(({ state }) => state === "met").length,
    demands: demands.length,
    questions: questions.list.filter(({ first }) => first).length,
  };
}

function keyOf({ documents }: Report): string {
  return documents.map(({ name, words }) => `${name}:${words}`).join("\n");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOpportunity(value: unknown): value is Opportunity {
  if (!isRecord(value)) return false;
  const texts = ["key", "name", "result", "text"].every((name) => typeof value[name] === "string");
  return texts && ["met", "demands", "questions"].every((name) => typeof value[name] === "number");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the browser keeps; nothing where it is forbidden. */
function storageOf(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
