import type { Checker, Finding, Given, SetAside, Settings, SettingsFile } from "tender-check";

/** An organisation's own settings, as given to the core and as it understood them. */
export interface Loaded {
  readonly file: SettingsFile;
  readonly settings: Settings;
}

/** What is set for this visit. */
export interface Own {
  readonly loaded?: Loaded;
  readonly setAside: readonly SetAside[];
  /** What was wrong with the last file, a line for each thing. */
  readonly wrong?: { readonly name: string; readonly lines: readonly string[] };
}

/** Name of the file in which set-asides are kept. */
export const SET_ASIDE_FILE = "tender-check.set-aside.toml";

/** Larger files are none of ours, in bytes. */
const LARGEST_FILE = 1024 * 1024;

/** Whether a file is none of the tender's documents but one of settings or set-asides. */
export function isOwn({ name }: { readonly name: string }): boolean {
  return /\.toml$/i.test(name);
}

/** What is given to the core beside the circumstances. */
export function givenBy({ loaded, setAside }: Own): Given {
  return {
    ...(loaded ? { settings: loaded.file } : {}),
    ...(setAside.length > 0 ? { set_aside: [...setAside] } : {}),
  };
}

/** Takes a file of settings or of set-asides. Where something is wrong with it, all stays as it was but for `wrong`. */
export async function withFile(own: Own, file: File, checker: Checker): Promise<Own> {
  const { wrong: _, ...rest } = own;
  try {
    if (file.size > LARGEST_FILE) throw new TooLarge();
    const { parse } = await import("smol-toml");
    const table: Record<string, unknown> = parse((await file.text()).replace(/^\uFEFF/, ""));
    if ("set-aside" in table || /set-aside/i.test(file.name)) {
      const added = await checker.setAsides(table);
      const keys = new Set(added.map(({ key }) => key));
      return { ...rest, setAside: [...own.setAside.filter(({ key }) => !keys.has(key)), ...added] };
    }
    const settings = await checker.settings(table);
    const named = { ...table, file: file.name };
    return { ...rest, loaded: { file: named as SettingsFile, settings: { ...settings, file: file.name } } };
  } catch (error) {
    return { ...rest, wrong: { name: file.name, lines: linesOf(error) } };
  }
}

/** Sets a finding aside; one with the same key gets the new reason. */
export function withSetAside(own: Own, finding: Finding, reason: string, by: string): Own {
  const on = new Date().toLocaleDateString("sv-SE");
  const { key, title } = finding;
  const entry: SetAside = { key, reason, ...(by === "" ? {} : { by }), on, title };
  return { ...own, setAside: [...own.setAside.filter((other) => other.key !== key), entry] };
}

/** Counts a finding again, or forgets a set-aside that matches none. */
export function withoutSetAside(own: Own, key: string): Own {
  return { ...own, setAside: own.setAside.filter((entry) => entry.key !== key) };
}

/** The set-asides as a file for people and for the command line. */
export async function fileOf(setAside: readonly SetAside[], comment: string): Promise<string> {
  const { stringify, TomlDate } = await import("smol-toml");
  const dated = ({ key, title, reason, by, on }: SetAside): Record<string, unknown> => ({
    key,
    ...(title === undefined ? {} : { title }),
    reason,
    ...(by === undefined ? {} : { by }),
    // A day without quotation marks, as people write it into such files.
    ...(on === undefined ? {} : { on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? new TomlDate(on) : on }),
  });
  return `# ${comment}\n\n${stringify({ "set-aside": setAside.map(dated) })}\n`;
}

class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** What is wrong, a line for each thing; of a fault of TOML only what and where, without the passage. */
function linesOf(error: unknown): string[] {
  if (error instanceof TooLarge) return [];
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === "Error" && "line" in error) {
    const what = message.split("\n")[0] ?? message;
    return [`${what.replace(/^Invalid TOML document: /, "")} (line ${String(error.line)})`];
  }
  return message.split("\n").filter((line) => line.trim() !== "");
}
