import { css } from "lit";

/** For what is read out and not seen. */
export const unseen = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;

/** What the elements have in common: headings, links, buttons, fields, focus. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  p,
  ul,
  ol,
  dl,
  dd,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
  }

  fieldset {
    border: 0;
    min-inline-size: 0;
  }

  h1,
  h2,
  h3,
  h4,
  h5 {
    line-height: 1.25;
    text-wrap: pretty;
  }

  a,
  button.link {
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  a:hover,
  button.link:hover {
    color: var(--accent-deep);
    text-decoration-thickness: 2px;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  button {
    cursor: pointer;
  }

  button.link {
    display: inline;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 2.5rem;
    padding: 0.35rem 0.95rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--sheet);
    color: var(--ink);
    font-weight: 500;
    text-decoration: none;
  }

  .button:hover {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--ink);
  }

  .button.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.main:hover {
    border-color: var(--accent-deep);
    background: var(--accent-deep);
  }

  .button.small {
    min-block-size: 2rem;
    padding: 0.15rem 0.65rem;
    font-size: 0.875rem;
  }

  input,
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.35rem 0.6rem;
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
    background: var(--sheet);
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    border-radius: 2px;
  }

  svg.icon {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  summary {
    inline-size: fit-content;
    min-block-size: 1.5rem;
    color: var(--accent);
    cursor: pointer;
  }

  .out-of-sight {
    ${unseen}
    white-space: nowrap;
    user-select: none;
  }

  .quiet {
    color: var(--quiet);
  }

  .notice {
    padding: 0.75rem 1rem;
    border: 1px solid var(--medium);
    border-inline-start-width: 0.375rem;
    border-radius: var(--radius);
    background: var(--medium-wash);
    color: var(--ink);
  }

  .notice.bad {
    border-color: var(--high);
    background: var(--high-wash);
  }

  @media print {
    .no-print {
      display: none !important;
    }
  }
`;

/** One class a weight of a finding: sets `--weight` and `--weight-wash`. */
export const weights = css`
  .high {
    --weight: var(--high);
    --weight-wash: var(--high-wash);
  }

  .medium {
    --weight: var(--medium);
    --weight-wash: var(--medium-wash);
  }

  .low {
    --weight: var(--low);
    --weight-wash: var(--low-wash);
  }

  .query {
    --weight: var(--query);
    --weight-wash: var(--query-wash);
  }

  .missing {
    --weight: var(--missing);
    --weight-wash: var(--missing-wash);
  }

  .enabler {
    --weight: var(--enabler);
    --weight-wash: var(--enabler-wash);
  }
`;

/** A marked passage: its weight shows in the line below it too, for those who do not tell colours apart. */
export const marks = css`
  mark {
    border-block-end: 2px solid var(--weight);
    background: var(--weight-wash);
    color: inherit;
  }

  mark:is(.query, .missing) {
    border-block-end-style: dashed;
  }

  mark.enabler {
    border-block-end-style: dotted;
  }

  mark.low {
    border-block-end-width: 1px;
  }
`;
