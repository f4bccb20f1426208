import { css } from "lit";

/** How the form of the circumstances looks. */
export const circumstancesStyle = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  section {
    padding: 0.85rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
  }

  h2 {
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--quiet);
  }

  .summary {
    margin-block: 0.15rem 0.35rem;
    font-weight: 500;
    text-wrap: pretty;
  }

  .notice {
    margin-block: 0.5rem;
    font-size: 0.9375rem;
  }

  form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.9rem 1rem;
    margin-block-start: 0.75rem;
  }

  label {
    display: block;
    margin-block-end: 0.2rem;
    font-size: 0.9375rem;
    font-weight: 500;
  }

  .origin {
    margin-block-start: 0.2rem;
    color: var(--quiet);
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }

  .origin ul {
    list-style: none;
  }

  .origin .link {
    vertical-align: baseline;
  }

  .wrong {
    margin-block-start: 0.2rem;
    color: var(--high);
    font-size: 0.875rem;
    font-weight: 500;
  }

  .nature,
  .buyer,
  .regime {
    grid-column: 1 / -1;
  }

  .derived {
    grid-column: 1 / -1;
    font-size: 0.9375rem;
  }

  .derived p {
    margin-block-start: 0.3rem;
  }

  @container (max-width: 24rem) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media print {
    details {
      display: none;
    }
  }
`;
