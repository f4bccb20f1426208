declare module "virtual:titles-cy" {
  /** Welsh titles of findings by their English ones. Made by `build/titles.ts`. */
  const titles: Readonly<Record<string, string>>;
  export default titles;
}
