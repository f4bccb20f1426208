import type { Finding, Report, SetAside } from "tender-check";

/** What a finding weighs, as the filter and the marks tell it apart: a barrier's severity, or its bucket. */
export type Weight = "high" | "medium" | "low" | "query" | "missing" | "enabler";

/** From heavy to light: the order of the filter and of findings within a theme. */
export const WEIGHTS: readonly Weight[] = ["high", "medium", "low", "query", "missing", "enabler"];

/** Which findings are to be seen. */
export interface Filter {
  readonly weights: ReadonlySet<Weight>;
  /** The one theme that is to be seen; none for all. */
  readonly theme?: string;
}

/** All of them. */
export const ALL: Filter = { weights: new Set(WEIGHTS) };

/** The findings that a filter lets through. */
export function seen({ entries }: Listing, { weights, theme }: Filter): ReadonlySet<Entry> {
  return new Set(entries.filter((entry) => weights.has(entry.weight) && (theme === undefined || entry.theme === theme)));
}

/** A finding with its number on the page. */
export interface Entry {
  /** Counted from 1 in the order in which findings are listed. */
  readonly number: number;
  readonly finding: Finding;
  readonly weight: Weight;
  readonly theme: string;
}

/** Findings about one subject: the first part of their rules' names. */
export interface Theme {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** How many findings there are of each weight, and how many of them are barriers. */
export type Counts = Readonly<Record<Weight | "barriers", number>>;

/** The findings of a report by theme, in the order in which they are listed. */
export interface Listing {
  readonly themes: readonly Theme[];
  readonly entries: readonly Entry[];
  readonly counts: Counts;
}

export function weightOf(finding: Finding): Weight {
  return finding.bucket === "barrier" ? (finding.severity ?? "low") : finding.bucket;
}

/** The findings that somebody has set aside: they are neither listed with the others nor counted. */
export function setAsides(report: Report): { readonly finding: Finding; readonly aside: SetAside }[] {
  return report.findings.flatMap((finding) => (finding.set_aside ? [{ finding, aside: finding.set_aside }] : []));
}

/**
 * Groups findings by theme: themes with the heaviest finding first, then those with more of them. A finding that is one of
 * those listed before, under the same number, has the same entry.
 */
export function listing(report: Report, before?: Listing): Listing {
  const known = new Map(before?.entries.map((entry) => [entry.finding, entry]));
  const counts = { barriers: 0, high: 0, medium: 0, low: 0, query: 0, missing: 0, enabler: 0 };
  const byTheme = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    if (finding.set_aside) continue;
    counts[weightOf(finding)] += 1;
    if (finding.bucket === "barrier") counts.barriers += 1;
    const theme = themeOf(finding);
    const others = byTheme.get(theme);
    if (others) others.push(finding);
    else byTheme.set(theme, [finding]);
  }
  const rank = (finding: Finding): number => WEIGHTS.indexOf(weightOf(finding));
  const groups = [...byTheme].map(([name, findings]) => ({
    name,
    findings: findings.toSorted((a, b) => rank(a) - rank(b) || position(a) - position(b)),
  }));
  groups.sort((a, b) => compareWeights(a.findings.map(rank), b.findings.map(rank)) || a.name.localeCompare(b.name));
  let number = 0;
  const themes = groups.map(({ name, findings }) => ({
    name,
    entries: findings.map((finding): Entry => {
      number += 1;
      const entry = known.get(finding);
      return entry?.number === number ? entry : { number, finding, weight: weightOf(finding), theme: name };
    }),
  }));
  return { themes, entries: themes.flatMap((theme) => theme.entries), counts };
}

function themeOf(finding: Finding): string {
  return finding.rule.split(".", 1)[0] ?? finding.rule;
}

/** Where it stands in the pack; what stands nowhere comes last. */
function position(finding: Finding): number {
  const place = finding.where[0];
  return place ? place.document * 1e9 + place.start : Number.MAX_SAFE_INTEGER;
}

/** Compares two sorted lists of ranks: the one with more of the heaviest kind comes first. */
function compareWeights(a: number[], b: number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? WEIGHTS.length) - (b[i] ?? WEIGHTS.length);
    if (difference !== 0) return difference;
  }
  return 0;
}
