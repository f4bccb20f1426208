/** The two ways in: who writes a tender, and who thinks of bidding for one. */
export const DESKS = ["drafting", "bidding"] as const;

/** One of the two ways in. */
export type Desk = (typeof DESKS)[number];

/** The desk that an address opens, such as `https://example.org/#bidding`: the first one where none is named. */
export function deskOf(hash: string): Desk {
  return DESKS.find((desk) => hash === `#${desk}`) ?? DESKS[0];
}
