import type { Buyer, Nation, Regime } from "./types.js";

/** What the user says about the contract. What is left out is looked for in the documents. */
export interface Given {
  /** Estimated value over the initial term, in pounds without VAT. */
  value?: number;
  /** Initial term in months. */
  months?: number;
  /** Where the buyer is. */
  nation?: Nation;
  /** The rules that govern the procurement. */
  regime?: Regime;
  /** Kind of buyer. */
  buyer?: Buyer;
  /** The day by whose law and thresholds it is judged, ISO 8601. */
  as_of?: string;
}
