import { languageOf, speak, type Language } from "../words";

/** The name of the language in a page's address. It is kept nowhere else. */
const NAME = "lang";

/** An address of the page in a language; English needs no name. */
export function inLanguage(address: string, language: Language): string {
  const url = new URL(address);
  if (language === "en") url.searchParams.delete(NAME);
  else url.searchParams.set(NAME, language);
  return url.href;
}

/** Speaks a language on the whole page, without loading it anew. */
export async function change(language: Language): Promise<void> {
  await speak(language);
  document.documentElement.lang = `${language}-GB`;
  history.replaceState(history.state, "", inLanguage(location.href, language));
}

/** Speaks the language that the page's address names. To be awaited before anything is shown. */
export async function begin(): Promise<void> {
  const language = languageOf(new URLSearchParams(location.search).get(NAME));
  if (language !== "en") await change(language);
}
