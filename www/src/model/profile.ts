import type { Profile, Reference } from "tender-check";

/** Largest amount that a profile may have, in pounds. */
const LARGEST = 1e11;

/** A number as a person types it: `240,000`, `£240k`, `1.2m`. Nothing typed is `undefined`, what is no number is `null`. */
export function typedAmount(text: string, negative = false): number | null | undefined {
  const plain = text.replace(/[£,\s%]/g, "").toLowerCase().replace("−", "-");
  if (plain === "") return undefined;
  const match = /^(-?\d+(?:\.\d+)?)(k|m)?$/.exec(plain);
  if (!match) return null;
  const number = Number(match[1]) * { "": 1, k: 1000, m: 1_000_000 }[(match[2] ?? "") as "" | "k" | "m"];
  return Math.abs(number) <= LARGEST && (negative || number >= 0) ? number : null;
}

/** Fields of a profile that are one number each. */
export const NUMBERS = [
  "years_trading",
  "accounts_years",
  "net_assets",
  "current_ratio",
  "acid_test",
  "credit_score",
  "staff",
  "largest_contract",
  "cash",
] as const satisfies readonly (keyof Profile)[];

/** Covers that are asked for, the usual ones first. */
export const COVERS = [
  "public_liability",
  "employers_liability",
  "professional_indemnity",
  "product_liability",
  "medical_malpractice",
  "cyber",
  "abuse",
  "motor",
] as const;

/** Legal forms, those of social enterprises first. */
export const FORMS = [
  "community_interest_company",
  "charitable_company",
  "charitable_incorporated_organisation",
  "charitable_trust",
  "registered_society",
  "company_by_guarantee",
  "company_by_shares",
  "limited_liability_partnership",
  "partnership",
  "sole_trader",
  "unincorporated_association",
] as const satisfies readonly Profile["legal_form"][];

/** How accounts may be looked over. */
export const ACCOUNTS = ["audited", "independently_examined", "unaudited", "none"] as const;

/** A profile with one field set, or without it. */
export function withField<Name extends keyof Profile>(profile: Profile, name: Name, value: Profile[Name]): Profile {
  const { [name]: _, ...rest } = profile;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** A table of a profile with one entry set, or without it; none where it would be empty. */
export function withEntry<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  name: string,
  value: Value | undefined,
): Record<string, Value> | undefined {
  const entries = Object.entries(table ?? {}).filter(([known]) => known !== name);
  if (value !== undefined) entries.push([name, value]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** References with one changed; those with nothing in them go. */
export function withReference(all: readonly Reference[], at: number, reference: Reference): Reference[] {
  const next = [...all];
  next[at] = reference;
  return next.filter((one) => Object.keys(one).length > 0);
}

/** How many of its fields are filled in. */
export function filled(profile: Profile): number {
  return Object.keys(profile).length;
}
