import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { LitElement, type ReactiveElement } from "lit";
import themeMessages from "../../src/report/themes/en.ftl?raw";
import messages from "../messages/en.ftl?raw";

/** A language that the page speaks. */
export type Language = "en" | "cy";

/** What another language brings: its words, and titles of findings by their English ones. */
export interface Translation {
  readonly bundle: FluentBundle;
  readonly titles: Readonly<Record<string, string>>;
  /** The names of its months, where the browser does not know them. */
  readonly months: readonly string[] | undefined;
}

let language: Language = "en";
let other: Translation | undefined;

/** The elements on the page, which show their words anew when the language changes. */
const shown = new Set<ReactiveElement>();
LitElement.addInitializer((element) =>
  element.addController({
    hostConnected: () => shown.add(element as ReactiveElement),
    hostDisconnected: () => shown.delete(element as ReactiveElement),
  }),
);

/** The language that is spoken. All checkers of a page speak the same. */
export function spoken(): Language {
  return language;
}

/** Speaks another language from now on; its words are loaded when they are first needed. */
export async function speak(wanted: Language): Promise<void> {
  if (wanted === "cy") other ??= (await import("./cy")).default;
  language = wanted;
  for (const element of shown) element.requestUpdate();
}

/** The language that a tag such as `cy-GB` names. */
export function languageOf(tag: string | null | undefined): Language {
  return /^cy\b/i.test(tag ?? "") ? "cy" : "en";
}

/** The title of a finding in the language that is spoken, or in English where it has none. */
export function titleOf(english: string): string {
  return (language === "cy" ? other?.titles[english] : undefined) ?? english;
}

const bundle = new FluentBundle("en-GB", { useIsolating: false });
const themes = new FluentResource(themeMessages);
for (const resource of [new FluentResource(messages), themes]) {
  for (const error of bundle.addResource(resource)) throw error;
}

/** Adds messages that only some pages need. */
export function addWords(text: string): void {
  for (const error of bundle.addResource(new FluentResource(text))) throw error;
}

/** Values that a message may name. */
export type Args = Record<string, FluentVariable>;

/** The bundle that has a message: that of the language that is spoken, or else English. */
function bundleOf(id: string): FluentBundle {
  return language === "cy" && other?.bundle.hasMessage(id) ? other.bundle : bundle;
}

/** Whether the message files have this message. */
export function has(id: string): boolean {
  return bundle.hasMessage(id);
}

/** A message in the reader's language. An unknown id is a fault of the program, and shows as the id. */
export function words(id: string, args?: Args): string {
  const bundle = bundleOf(id);
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : id;
}

/** An attribute of a message: what is said beside its own words. */
export function attribute(id: string, name: string): string {
  const bundle = bundleOf(id);
  const pattern = bundle.getMessage(id)?.attributes[name];
  return pattern ? bundle.formatPattern(pattern) : id;
}

/** A message for one of a family of names that the core may add to: falls back to the name itself, made readable. */
export function wordsFor(family: string, name: string, args?: Args): string {
  const id = `${family}-${name}`;
  return has(id) ? words(id, args) : sentenceCase(name);
}

/** `many-types` and `public_liability` as a person would write them: "Many types", "Public liability". */
export function sentenceCase(name: string): string {
  const plain = name.replace(/[-_]+/g, " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The themes that say what is looked for there, by their names, in the order in which they are listed. */
export function whatThemes(): { name: string; what: string }[] {
  return themes.body.flatMap(({ id, attributes }) => {
    if (!attributes["what"]) return [];
    const bundle = bundleOf(id);
    const { value, attributes: own } = bundle.getMessage(id) ?? {};
    return value && own?.["what"] ? [{ name: bundle.formatPattern(value), what: bundle.formatPattern(own["what"]) }] : [];
  });
}

/** The forms of numbers, money and dates in a language, or in English where the browser does not know it. */
const formsOf = (locale: string) => ({
  pounds: new Intl.NumberFormat([locale, "en-GB"], { style: "currency", currency: "GBP", maximumFractionDigits: 0 }),
  plain: new Intl.NumberFormat([locale, "en-GB"], { maximumFractionDigits: 2 }),
  day: new Intl.DateTimeFormat([locale, "en-GB"], { dateStyle: "long", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat([locale, "en-GB"], { month: "short", year: "2-digit", timeZone: "UTC" }),
});
const forms: Partial<Record<Language, ReturnType<typeof formsOf>>> = {};
const form = () => (forms[language] ??= formsOf(`${language}-GB`));

/** A point in time by a format, with the month's name in the language that is spoken. */
function dated(format: Intl.DateTimeFormat, time: number): string {
  const name = language === "cy" ? other?.months?.[new Date(time).getUTCMonth()] : undefined;
  if (name === undefined) return format.format(time);
  const short = format.resolvedOptions().month === "short";
  const parts = format.formatToParts(time).map(({ type, value }) => (type === "month" ? (short ? name.slice(0, 3) : name) : value));
  return parts.join("");
}

/** £240,000. */
export function money(amount: number): string {
  return form().pounds.format(amount);
}

/** A number with at most two decimals. */
export function figure(value: number): string {
  return form().plain.format(value);
}

/** A month and its year, in short: "Nov 26". */
export function month(time: number): string {
  return dated(form().month, time);
}

/** An ISO 8601 day as "22 November 2026"; anything else stays as it is. */
export function date(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : NaN;
  return Number.isNaN(time) ? iso : dated(form().day, time);
}
