import { css } from "lit";

/** What the parts of the bidder's desk have in common: boxes, tables, the marks of states and results. */
export const deskStyle = css`
  :host {
    display: block;
  }

  h2 {
    font: 500 1.375rem/1.25 var(--serif);
    scroll-margin-block-start: 1rem;
  }

  h2:focus {
    outline: none;
  }

  h3 {
    font-size: 1rem;
  }

  .box {
    padding: clamp(0.9rem, 2.5vw, 1.5rem);
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .box > * + *,
  .stack > * + * {
    margin-block-start: 0.75rem;
  }

  .small {
    font-size: 0.875rem;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }

  .scroll {
    position: relative;
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }

  caption {
    text-align: start;
    color: var(--quiet);
    font-size: 0.875rem;
    padding-block-end: 0.4rem;
  }

  th,
  td {
    padding: 0.55rem 0.6rem;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 600;
  }

  tbody th {
    font-weight: 600;
  }

  .figures :is(th, td):not(:first-child) {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  ul,
  ol {
    padding-inline-start: 1.25rem;
  }

  li + li {
    margin-block-start: 0.4rem;
  }

  ul.plain {
    padding: 0;
    list-style: none;
  }

  summary {
    min-block-size: 1.5rem;
    color: var(--accent);
    cursor: pointer;
  }

  input[type="checkbox"] {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    min-block-size: 0;
    margin: 0.2rem 0 0;
    flex: none;
    accent-color: var(--accent);
  }

  label.check {
    display: flex;
    align-items: flex-start;
    gap: 0.5rem;
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    color: var(--weight);
    font-weight: 600;
  }
`;
