import type { Buyer, Circumstances, Given, Known, Nation, Nature, Regime } from "tender-check";

/** The circumstances that a person may set, by their names in `Given`, with the report's names for them. */
export const FIELDS = {
  value: "value",
  months: "term",
  nature: "nature",
  nation: "nation",
  buyer: "buyer",
  regime: "regime",
  as_of: "as_of",
} as const satisfies Record<Exclude<keyof Given, "with_text" | "settings" | "set_aside">, keyof Circumstances>;

export type Field = keyof typeof FIELDS;

export const NATIONS: readonly Nation[] = ["england", "wales", "scotland", "northern_ireland"];

export const NATURES: readonly Nature[] = ["people_services", "services", "goods", "works"];

export const BUYERS: readonly Buyer[] = [
  "parish",
  "local",
  "school",
  "education",
  "health",
  "housing",
  "central",
  "utility",
  "other",
];

export const REGIMES: readonly Regime[] = [
  "procurement_act_2023",
  "public_contracts_2015",
  "scotland",
  "provider_selection",
];

/** What is known of a field. */
export function known(circumstances: Circumstances, field: Field): Known<number | string> {
  return circumstances[FIELDS[field]];
}

/** Sums of money larger than this are typing errors. */
const MOST_POUNDS = 1e12;
const MOST_MONTHS = 1200;

/**
 * A number as a person types it into a form: `240,000`, `£240k`, `1.2m`, `36 months`. Nothing typed is `undefined`,
 * and `null` is what cannot be read as a sensible amount.
 */
export function typedNumber(text: string, field: "value" | "months"): number | null | undefined {
  const plain = text.replace(/[£,\s]/g, "").toLowerCase();
  if (plain === "") return undefined;
  const match = /^(\d+(?:\.\d+)?)(k|m|million|months?|years?|y)?$/.exec(plain);
  if (!match) return null;
  const scale = SCALES[field][match[2] ?? ""];
  const number = scale === undefined ? NaN : Number(match[1]) * scale;
  const most = field === "value" ? MOST_POUNDS : MOST_MONTHS;
  return number > 0 && number <= most ? number : null;
}

const SCALES: Record<"value" | "months", Record<string, number>> = {
  value: { "": 1, k: 1e3, m: 1e6, million: 1e6 },
  months: { "": 1, m: 1, month: 1, months: 1, y: 12, year: 12, years: 12 },
};

/** What is given, with one field set or, by `undefined`, left to the documents. */
export function withField<Name extends Field>(given: Given, field: Name, value: Given[Name] | undefined): Given {
  const next = { ...given };
  if (value === undefined) delete next[field];
  else next[field] = value;
  return next;
}
