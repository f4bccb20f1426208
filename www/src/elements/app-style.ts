import { css } from "lit";

import { unseen } from "../style/shared";

/** The head of a page: its name, and what stands beside it. */
export const headStyle = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.6rem clamp(0.75rem, 3vw, 1.5rem);
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  header .quiet {
    font-size: 0.875rem;
  }

  .translated {
    flex-basis: 100%;
  }

  /* The name and the other language share the first line; what else there is has its own. */
  @media (max-width: 36rem) {
    header tc-language {
      order: -1;
      margin-inline-start: auto;
    }

    header .name {
      order: -2;
    }
  }

  .name {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font: 600 1.125rem/1.2 var(--serif);
  }

  svg.brand {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }
`;

/** The frame around every view. */
export const appStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 100vh;
    min-block-size: 100dvh;
  }

  :host([embedded]) {
    min-block-size: auto;
    background: var(--ground);
    color: var(--ink);
    font: 100%/1.5 var(--sans);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }

  .short {
    display: none;
  }

  @media (max-width: 36rem) {
    .actions {
      gap: 0.3rem;
    }

    .short {
      display: inline;
    }

    .actions .icon {
      display: none;
    }

    .long {
      ${unseen}
      white-space: nowrap;
    }
  }

  .skip {
    position: absolute;
    z-index: 3;
    display: flex;
    gap: 0.5rem;
    inset-block-start: 0.4rem;
    inset-inline-start: 0.5rem;
  }

  .skip button:not(:focus) {
    ${unseen}
    min-block-size: 0;
    padding: 0;
  }

  .view {
    display: contents;
  }

  .main {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  .main > * {
    flex: 1;
    inline-size: 100%;
  }

  .main > tc-progress {
    flex: none;
  }

  footer {
    padding: 1rem clamp(0.75rem, 3vw, 1.5rem);
    border-block-start: 1px solid var(--line);
    color: var(--quiet);
    font-size: 0.8125rem;
  }

  footer .pages {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin-block-start: 0.4rem;
  }

  .drop {
    position: fixed;
    inset: 0;
    z-index: 5;
    display: grid;
    place-items: center;
    border: 0.5rem solid var(--accent);
    background: color-mix(in srgb, var(--ground) 85%, transparent);
    font: 500 1.5rem var(--serif);
    pointer-events: none;
  }

  /* Side by side, each half scrolls on its own; the bounds are those of the results. */
  @media (min-width: 60rem) and (min-height: 30rem) {
    :host([view="result"]) {
      block-size: 100vh;
      block-size: 100dvh;
      min-block-size: 0;
    }

    :host([view="result"]) footer {
      display: none;
    }
  }

  @media print {
    :host {
      display: block !important;
      block-size: auto !important;
    }

    .main,
    .main > * {
      display: block;
    }
  }
`;
