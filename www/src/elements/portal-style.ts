import { css } from "lit";

/** The list of a portal, and the notice beside it. */
export const portalStyle = css`
  :host {
    display: block;
  }

  .list {
    box-sizing: border-box;
    max-inline-size: 48rem;
    margin-inline: auto;
    padding: 1.5rem clamp(0.75rem, 3vw, 1.5rem) 3rem;
  }

  h1 {
    margin-block-end: 0.5rem;
    font: 400 2rem/1.2 var(--serif);
  }

  .list > * + * {
    margin-block-start: 0.75rem;
  }

  fieldset {
    padding: 0.75rem 1rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  legend {
    padding-inline: 0.3rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }

  .ticks,
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1.25rem;
  }

  .fields {
    margin-block-start: 0.75rem;
  }

  .tick {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-block-size: 1.5rem;
  }

  .tick input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    accent-color: var(--accent);
  }

  .fields label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.9375rem;
  }

  .fields input,
  .fields select {
    box-sizing: border-box;
    inline-size: 12rem;
    max-inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
  }

  ol {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 0.8rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    overflow-wrap: anywhere;
  }

  li button {
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font: 600 1.0625rem/1.4 var(--sans);
    text-align: start;
    text-decoration: underline;
    cursor: pointer;
  }

  .quiet {
    font-size: 0.9375rem;
  }

  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.9rem;
    margin-block-start: 0.3rem;
    font-size: 0.9375rem;
  }

  .counts span {
    color: var(--weight, var(--ink));
  }

  .mismatch {
    margin-block-start: 0.3rem;
    color: var(--medium);
    font-size: 0.9375rem;
  }

  .detail {
    border-block-start: 1px solid var(--line);
  }

  @media (min-width: 72rem) {
    .beside {
      display: grid;
      grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr);
      align-items: start;
    }

    .beside .detail {
      border-block-start: 0;
      border-inline-start: 1px solid var(--line);
    }
  }
`;
