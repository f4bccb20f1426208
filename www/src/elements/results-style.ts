import { css } from "lit";

import { unseen } from "../style/shared";

/** Two panes side by side where there is room, else one at a time under a switch. */
export const resultsStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .panes {
    min-block-size: 0;
    flex: 1;
  }

  .document,
  .findings {
    position: relative;
    padding: 1rem clamp(0.75rem, 3vw, 1.5rem) 3rem;
  }

  .findings {
    background: var(--surface);
  }

  .top {
    margin-block-end: 0.9rem;
  }

  h1 {
    font: 500 1.5rem/1.25 var(--serif);
  }

  h1:focus,
  h2:focus {
    outline: none;
  }

  .top .quiet {
    margin-block-start: 0.3rem;
    font-size: 0.875rem;
  }

  .reading {
    margin-block-start: 0.6rem;
    font-size: 0.9375rem;
  }

  .reading.notice {
    display: flex;
    gap: 0.6rem;
  }

  .reading .icon {
    margin-block-start: 0.15rem;
  }

  tc-own {
    margin-block-start: 0.6rem;
    font-size: 0.9375rem;
  }

  tc-compare {
    margin-block-start: 1rem;
    font-size: 0.9375rem;
  }

  tc-findings {
    margin-block-start: 1rem;
  }

  .keys {
    margin-block-start: 1.25rem;
    font-size: 0.8125rem;
  }

  h2:not(.out-of-sight) {
    margin-block-start: 2rem;
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--line);
    font: 500 1.25rem/1.3 var(--serif);
  }

  .switch {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: grid;
    grid-template-columns: 1fr 1fr;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  .switch button {
    min-block-size: 2.75rem;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--quiet);
    font-weight: 500;
  }

  .switch button[aria-pressed="true"] {
    border-color: var(--accent);
    color: var(--ink);
  }

  @media (forced-colors: active) {
    .switch button {
      border-color: ButtonFace;
    }

    .switch button[aria-pressed="true"] {
      border-color: Highlight;
    }
  }

  .switch button:focus-visible {
    outline-offset: -3px;
  }

  @media (min-width: 60rem) and (min-height: 30rem) {
    .switch {
      display: none;
    }

    .panes {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(24rem, 30rem) minmax(0, 1fr);
    }

    .document,
    .findings {
      min-block-size: 0;
      overflow-y: auto;
      overscroll-behavior: contain;
    }

    .findings {
      border-inline-end: 1px solid var(--line);
    }
  }

  @media not all and (min-width: 60rem) and (min-height: 30rem) {
    :host([pane="findings"]) .document,
    :host([pane="document"]) .findings > :not(.top),
    :host([pane="document"]) .top > :not(h1) {
      display: none;
    }

    /* The page's heading stays for those who go by headings. */
    :host([pane="document"]) .findings {
      ${unseen}
      padding: 0;
    }
  }

  @media print {
    .panes {
      display: block;
    }

    .findings {
      display: block !important;
      overflow: visible;
      padding: 0;
    }
  }
`;
