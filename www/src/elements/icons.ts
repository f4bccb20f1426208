import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

import type { Desk } from "../model/desk";
import type { Weight } from "../model/findings";

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;

/** A shape of its own for each weight, so that none is told by its colour alone. */
export const weightIcons: Readonly<Record<Weight, TemplateResult>> = {
  high: icon(svg`<path d="M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8z" fill="currentColor" /><path
    d="M12 7v6m0 3.5v.2" stroke="var(--weight-wash)" stroke-width="2.6" />`),
  medium: icon(svg`<path d="M12 3 22 20.5H2z" /><path d="M12 10v4.5m0 2.8v.2" />`),
  low: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M8 12h8" />`),
  query: icon(svg`<circle cx="12" cy="12" r="9" /><path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.6c-.8.4-1.1 1-1.1 1.7m0 2.9v.2" />`),
  missing: icon(svg`<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 4" />`),
  enabler: icon(svg`<path d="m4 12.5 5.5 5.5L20 6.5" stroke-width="2.6" />`),
};

export const icons = {
  upload: icon(svg`<path d="M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5M4 15v4.5h16V15" />`),
  add: icon(svg`<path d="M12 5v14M5 12h14" />`),
  remove: icon(svg`<path d="m6.5 6.5 11 11m0-11-11 11" />`),
  save: icon(svg`<path d="M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M4 15v4.5h16V15" />`),
  print: icon(svg`<path d="M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z" />`),
  copy: icon(svg`<path d="M9 9h11v11.5H9zM15 9V3.5H4V15h5" />`),
  done: icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`),
  restart: icon(svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4h4" />`),
  open: icon(svg`<path d="m6 9 6 6 6-6" />`),
  lock: icon(svg`<path d="M5.5 10.5h13v10h-13zM8 10.5V7a4 4 0 0 1 8 0v3.5" />`),
  warning: icon(svg`<path d="M12 3 22 20.5H2z" /><path d="M12 10v4.5m0 2.8v.2" />`),
  folder: icon(svg`<path d="M3 19.5v-15h6.5l2.5 3h9v12z" />`),
  file: icon(svg`<path d="M6 2.5h8l4.5 4.5v14.5H6zM14 2.5V7h4.5M9 12h6.5M9 16h6.5" />`),
} as const;

/** A shape for each desk. */
export const deskIcons: Readonly<Record<Desk, TemplateResult>> = {
  drafting: icon(svg`<path d="M4 20.5h5L20 9.5l-5-5L4 15.5zM12.5 7l5 5" />`),
  bidding: icon(svg`<path d="M12 4v17M6.5 21h11M4 7.5 12 6l8 1.5M4 7.5 1.5 14h5zM20 7.5 17.5 14h5z" />`),
};

/** The mark of the product: a way through a wall of lines. */
export const brand = html`<svg class="brand" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect width="32" height="32" rx="7" fill="var(--accent)" />
  <path
    d="M7 10h7M7 16h4M7 22h7M18 10h7M21 16h4M18 22h7"
    stroke="var(--on-accent)"
    stroke-width="2.6"
    stroke-linecap="round"
    fill="none"
  />
</svg>`;
