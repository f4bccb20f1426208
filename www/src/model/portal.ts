import type { Checker, Report, Verdict } from "tender-check";

import KINDS from "../../../src/screen/kinds.json";
import type { Bidding } from "./bidding";
import { fetched } from "./fetched";
import { listing, type Counts } from "./findings";

/** A notice of the list, checked. */
export interface Notice {
  readonly key: string;
  readonly title: string;
  readonly buyer: string;
  /** The day by which bids are to be in, ISO 8601; empty where it is not said. */
  readonly closes: string;
  readonly report: Report;
  readonly file: File;
  readonly counts: Counts;
  /** Value of the smallest part that can be bid for, in pounds. */
  readonly smallest: number | undefined;
  readonly reserved: boolean;
  /** It says that it suits voluntary and social enterprises while its text does not. */
  readonly mismatch: boolean;
  /** What it comes to for the profile that is at hand. */
  readonly suits: Verdict | undefined;
}

/** Which notices are seen. */
export interface Choice {
  readonly noHigh: boolean;
  readonly reserved: boolean;
  /** At most so many pounds for the smallest part. */
  readonly most: number | undefined;
  /** Closing on this day or later. */
  readonly from: string;
  readonly nation: string;
  /** Not hard to bid for with the profile. */
  readonly suits: boolean;
}

export const ALL: Choice = { noHigh: false, reserved: false, most: undefined, from: "", nation: "", suits: false };

/** Largest file of notices, in bytes. For more there is the command line. */
export const LARGEST = 16 << 20;
/** Most notices of a list. */
export const MOST = 2_000;

/** Why a list could not be opened, by the name of its message. */
export class ListError extends Error {
  constructor(readonly why: "large" | "none") {
    super(why);
  }
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/gu, " ").trim() : "";
}

/** Whether a release is about a procurement that asks for bids, as screening tells it; one without a known tag may. */
function asksForBids(release: Json): boolean {
  if (Array.isArray(release["awards"]) && release["awards"].length > 0) return false;
  const tags = Array.isArray(release["tag"]) ? release["tag"].map(String) : [];
  const named = KINDS.find((of) => of.tags.some((begin) => tags.some((tag) => tag.startsWith(begin))));
  return named === undefined || named.kind === "tender" || (named.kind === "planning" && tags.includes("compiled"));
}

/** The releases of a package, of a list or of JSON Lines that ask for bids; of each procurement the last. */
export function releasesOf(text: string): Json[] {
  const byProcess = new Map<string, Json>();
  const add = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(add);
    if (!isObject(value)) return;
    if (isObject(value["compiledRelease"])) return add(value["compiledRelease"]);
    const inner = value["records"] ?? value["releases"];
    if (Array.isArray(inner)) return inner.forEach(add);
    const key = textOf(value["ocid"]) || `${byProcess.size}`;
    if (!asksForBids(value)) byProcess.delete(key);
    else if (isObject(value["tender"])) byProcess.set(key, value);
  };
  for (const part of parts(text)) add(part);
  return [...byProcess.values()];
}

/** The JSON of a text: all of it, or a line each. */
function parts(text: string): unknown[] {
  const plain = text.replace(/^\uFEFF/u, "");
  try {
    return [JSON.parse(plain)];
  } catch {
    return plain.split("\n").flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
  }
}

/** The notices that are seen, those that close first before the others. */
export function chosen(notices: readonly Notice[], choice: Choice): Notice[] {
  const seen = notices.filter(
    (notice) =>
      (!choice.noHigh || notice.counts.high === 0) &&
      (!choice.reserved || notice.reserved) &&
      (choice.most === undefined || (notice.smallest !== undefined && notice.smallest <= choice.most)) &&
      (!choice.from || notice.closes >= choice.from) &&
      (!choice.nation || notice.report.circumstances.nation.value === choice.nation) &&
      (!choice.suits || (notice.suits !== undefined && notice.suits !== "hard_to_bid")),
  );
  const day = ({ closes }: Notice): string => closes || "9999";
  return seen.toSorted((a, b) => day(a).localeCompare(day(b)) || a.title.localeCompare(b.title));
}

/** A list of notices, each checked by itself. */
export class Portal extends EventTarget {
  notices: readonly Notice[] = [];
  /** How many of so many are checked, while it goes on. */
  running: { readonly done: number; readonly of: number } | undefined;
  failure: unknown;
  #turn = 0;

  constructor(
    private readonly checker: Pick<Checker, "assess" | "check">,
    private readonly bidding: Bidding,
  ) {
    super();
  }

  /** Whether there is a profile to hold the notices against. */
  get hasProfile(): boolean {
    return Object.keys(this.bidding.profile).length > 0;
  }

  /** Opens a list of the page's own origin. */
  async openAddress(address: string): Promise<void> {
    await this.#open(async () => [await fetched(address)]);
  }

  /** Opens files of notices in place of those that are there. */
  async open(files: readonly File[]): Promise<void> {
    await this.#open(() => Promise.resolve(files));
  }

  async #open(files: () => Promise<readonly File[]>): Promise<void> {
    const turn = ++this.#turn;
    this.notices = [];
    this.failure = undefined;
    this.running = { done: 0, of: 0 };
    this.#changed();
    try {
      const given = await files();
      if (given.some((file) => file.size > LARGEST)) throw new ListError("large");
      const texts = await Promise.all(given.map((file) => file.text()));
      const releases = texts.flatMap(releasesOf);
      if (releases.length === 0) throw new ListError("none");
      if (releases.length > MOST) throw new ListError("large");
      for (const [done, release] of releases.entries()) {
        const notice = await this.#check(release, `${done}`);
        if (turn !== this.#turn) return;
        this.notices = [...this.notices, notice];
        this.running = { done: done + 1, of: releases.length };
        this.#changed();
      }
    } catch (error) {
      if (turn !== this.#turn) return;
      this.failure = error;
    }
    this.running = undefined;
    this.#changed();
  }

  async #check(release: Json, key: string): Promise<Notice> {
    const tender = isObject(release["tender"]) ? release["tender"] : {};
    const buyer = isObject(release["buyer"]) ? release["buyer"] : {};
    const period = isObject(tender["tenderPeriod"]) ? tender["tenderPeriod"] : {};
    const title = textOf(tender["title"]) || textOf(release["ocid"]);
    const file = new File([JSON.stringify(release)], `${title}.json`);
    const report = await this.checker.check([file]);
    const fired = new Set(report.findings.map(({ rule }) => rule));
    const values = report.facts.flatMap(({ kind, value }) => (kind === "contract.value" && typeof value === "number" ? [value] : []));
    const suits = this.hasProfile ? (await this.checker.assess(report, this.bidding.profile)).outcome.result : undefined;
    return {
      key,
      title,
      buyer: textOf(buyer["name"]),
      closes: /^\d{4}-\d{2}-\d{2}/u.exec(textOf(period["endDate"]))?.[0] ?? "",
      report,
      file,
      counts: listing(report).counts,
      smallest: values.length > 0 ? Math.min(...values) : undefined,
      reserved: fired.has("enabler.reserved"),
      mismatch: fired.has("notice.vcse-mismatch"),
      suits,
    };
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
