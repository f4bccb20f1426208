import { parse } from "smol-toml";

import type { Finding } from "tender-check";
import text from "../../../src/report/shares/shares.toml?raw";

/** The share below an amount. */
export interface Step {
  /** Pounds. */
  readonly amount: number;
  /** Per cent. */
  readonly percent: number;
  /** `under` the amount, or at `most` that. */
  readonly kind: string;
}

/** Published shares below some amounts, as `src/report/shares` has them. */
export interface Shares {
  /** What they are shares of: `charities`, `contracts`. */
  readonly name: string;
  readonly rules: readonly string[];
  readonly figures: readonly string[];
  readonly source: string;
  readonly link: string;
  readonly year: string;
  /** The day on which the source was read, ISO 8601. */
  readonly checked: string;
  readonly steps: readonly Step[];
}

const SHARES: readonly Shares[] = Object.entries(parse(text)).map(([name, shares]) => ({ ...(shares as unknown as Shares), name }));

/** The amount that a finding is about, with the shares that are known for it; none below the first amount with one. */
export function sharesOf({ rule, test }: Finding): { shares: Shares; amount: number } | undefined {
  const shares = SHARES.find(({ rules }) => rules.includes(rule));
  const figure = test?.figures.find(({ name, unit }) => unit === "GBP" && shares?.figures.includes(name));
  const first = shares?.steps[0];
  if (!shares || !figure || !first || figure.value < first.amount) return undefined;
  return { shares, amount: figure.value };
}

/** The share below an amount, in whole per cent rounded down. */
export function below({ steps }: Shares, amount: number): number {
  return Math.floor(steps.findLast((step) => amount >= step.amount)?.percent ?? 0);
}
