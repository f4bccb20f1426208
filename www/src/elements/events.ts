import type { Choice, Commented, Finding, Given, Place, Profile, Shape } from "tender-check";
import type { Filter } from "../model/findings";

/** What elements tell those around them, with what goes along. */
export interface Events {
  /** Files to check, alone or with those already there. */
  "tc-files": readonly File[];
  "tc-example": null;
  /** The example is to be opened and shown step by step. */
  "tc-tour": null;
  "tc-tour-end": null;
  "tc-cancel": null;
  "tc-restart": null;
  /** What the user now says of the contract. */
  "tc-give": Given;
  /** Which findings are to be seen. */
  "tc-filter": Filter;
  /** A finding was opened or closed in the list. */
  "tc-open": string | null;
  /** A mark in the document asks for its finding. */
  "tc-finding": string;
  /** A finding or a circumstance asks for its passage. */
  "tc-passage": { place: Place; key?: string };
  "tc-document": number;
  /** A document is to be taken out of the pack: its index. */
  "tc-remove": number;
  /** A document that was taken out is to be put back: its place among those. */
  "tc-put-back": number;
  /** Settings are to be removed. */
  "tc-unset": null;
  /** A finding is to be set aside. */
  "tc-aside": { finding: Finding; reason: string; by: string };
  /** Key of a finding that is to count again. */
  "tc-restore": string;
  /** A copy of a Word or PDF file with the findings in it is asked for; `settle` is told how it went. */
  "tc-comment": { document: number; changes: boolean; settle: (outcome: Commented | Error) => void };
  /** A file that is locked is to be opened with its password; `settle` is told how it went. */
  "tc-unlock": { document: number; password: string; settle: (error?: unknown) => void };
  /** A page is to be written: blank, or with this text. */
  "tc-write": string;
  /** A document of the pack is to be edited as text; none ends the editing. */
  "tc-edit": number | null;
  /** The draft as it is now. */
  "tc-draft": { text: string; version: number };
  /** The caret went into a passage of this finding. */
  "tc-caret": string;
  /** Better wording is to be put into the draft. */
  "tc-apply": { key: string; wording: string };
  /** The report is to be held against that on earlier files, or a saved one; none ends it. */
  "tc-compare": { files: readonly File[]; settle: (error?: unknown) => void };
  /** The report is wanted in a shape for people. */
  "tc-shape": { shape: Shape; resolve: (text: string) => void; reject: (error: unknown) => void };
  /** What the bidder now says of itself. */
  "tc-profile": Profile;
  /** A file of a profile is to be opened; the profile is to be saved as one, or forgotten. */
  "tc-profile-open": File;
  "tc-profile-save": null;
  "tc-forget": null;
  /** Something is to be kept on this device, or no longer. */
  "tc-keep": { what: "profile" | "opportunities"; on: boolean };
  /** Lots, days to pay or a start; what is undefined is as the documents say. */
  "tc-choose": { [Name in keyof Choice]?: Choice[Name] | undefined };
  /** Key of an opportunity that is to go. */
  "tc-drop": string;
  /** A letter is asked for as a Word file; `settle` is given it. */
  "tc-letter": { text: string; settle: (bytes: Uint8Array<ArrayBuffer>) => void };
  /** Something to say to those who do not see it. */
  "tc-say": string;
}

declare global {
  interface HTMLElementEventMap extends EventMap {}
}

type EventMap = { [Name in keyof Events]: CustomEvent<Events[Name]> };

/** Sends one of the page's own events up through all elements. */
export function emit<Name extends keyof Events>(from: HTMLElement, name: Name, detail: Events[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
