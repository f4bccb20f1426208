import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import themeMessages from "../../src/report/themes/en.ftl?raw";
import messages from "../messages/en.ftl?raw";

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

/** Whether the message files have this message. */
export function has(id: string): boolean {
  return bundle.hasMessage(id);
}

/** A message in the reader's language. An unknown id is a fault of the program, and shows as the id. */
export function words(id: string, args?: Args): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : id;
}

/** An attribute of a message: what is said beside its own words. */
export function attribute(id: string, name: string): string {
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
  return themes.body.flatMap(({ value, attributes }) => {
    const what = attributes["what"];
    return what && value ? [{ name: bundle.formatPattern(value), what: bundle.formatPattern(what) }] : [];
  });
}

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** £240,000. */
export function money(amount: number): string {
  return pounds.format(amount);
}

/** An ISO 8601 day as "22 November 2026"; anything else stays as it is. */
export function date(iso: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : NaN;
  return Number.isNaN(time) ? iso : longDate.format(time);
}
