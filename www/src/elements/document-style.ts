import { css } from "lit";

import { unseen } from "../style/shared";

/** How a document looks: the tender's own words are set in a serif face, ours are not. */
export const documentStyle = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .sheet {
    max-inline-size: 52rem;
    margin-inline: auto;
    padding-block: clamp(1rem, 4cqi, 3rem);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sheet);
    box-shadow: var(--shadow);
    font: 1rem/1.6 var(--serif);
    overflow-wrap: anywhere;
  }

  .chunk {
    position: relative;
    padding-inline: clamp(2.5rem, 9cqi, 5rem) clamp(1rem, 6cqi, 3.5rem);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 90rem;
  }

  .text {
    white-space: pre-line;
  }

  .page {
    position: absolute;
    inset-inline-start: 0;
    inline-size: clamp(2rem, 7cqi, 3.75rem);
    padding-inline-end: 0.35rem;
    border-block-start: 1px solid var(--line);
    color: var(--quiet);
    font: 0.75rem/1.6 var(--sans);
    text-align: end;
    user-select: none;
  }

  .label {
    margin-inline-end: 0.5em;
    font-variant-numeric: tabular-nums;
  }

  h3,
  h4,
  h5,
  h6 {
    margin: 1.6em 0 0.5em;
    line-height: 1.3;
  }

  .chunk:first-child > :is(h3, h4, h5, h6):first-child {
    margin-block-start: 0;
  }

  .heading-1 {
    font-size: 1.5rem;
  }

  .heading-2 {
    font-size: 1.25rem;
  }

  .heading-3 {
    font-size: 1.0625rem;
  }

  .heading-4 {
    font-size: 1rem;
    font-style: italic;
  }

  p,
  dl,
  .table,
  ul {
    margin-block: 0.65em;
  }

  ul {
    padding: 0;
    list-style: none;
  }

  ul.level-1 {
    margin-inline-start: 1.75rem;
  }

  ul.level-2 {
    margin-inline-start: 3.5rem;
  }

  ul:is(.level-3, .level-4) {
    margin-inline-start: 4.5rem;
  }

  li ul {
    margin-inline-start: 0 !important;
  }

  li {
    display: flex;
    gap: 0.35rem;
    margin-block: 0.4em;
  }

  li > .label {
    flex: none;
    min-inline-size: 1.6rem;
  }

  li > .body {
    flex: 1;
    min-inline-size: 0;
  }

  .table.wide {
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
    line-height: 1.45;
  }

  .wide table {
    min-inline-size: 34rem;
  }

  th,
  td {
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  th,
  .head {
    background: var(--ground);
    font-weight: 600;
  }

  :is(th, td) .text {
    display: block;
  }

  .between > td {
    padding-block: 0.1rem;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(7rem, 14rem) minmax(0, 1fr);
    gap: 0.1rem 1rem;
    padding-block: 0.4rem;
    border-block-end: 1px solid var(--line);
  }

  dt {
    font-weight: 600;
  }

  .running,
  .footnote {
    color: var(--quiet);
    font-size: 0.8125rem;
    line-height: 1.45;
  }

  .running {
    margin-block: 0.9em;
    font-family: var(--sans);
  }

  .footnote {
    margin-block: 0.5em;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
  }

  mark {
    padding-block: 0.12em;
    cursor: pointer;
    scroll-margin-block: 6rem;
  }

  mark[data-begins]::before {
    content: attr(data-begins) " ";
    ${unseen}
    /* Within the mark: tools that click for a person aim at an element's first box. */
    margin-block-start: 0.5em;
    white-space: nowrap;
  }

  mark.high {
    border-block-end-width: 3px;
  }

  mark[data-off] {
    border-color: transparent;
    background: none;
    cursor: auto;
  }

  mark[data-current]:not([data-off]) {
    outline: 2px solid var(--weight);
    outline-offset: 1px;
    border-radius: 2px;
  }

  mark.pointed {
    border-block-end-color: var(--accent);
    background: var(--accent-wash);
  }

  mark:focus {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .badge {
    min-inline-size: 1.5rem;
    min-block-size: 1.5rem;
    margin-inline: 0.2rem 0.1rem;
    padding: 0 0.3rem;
    border: 1px solid var(--weight);
    border-radius: 1rem;
    background: var(--sheet);
    color: var(--weight);
    font: 600 0.75rem/1.4 var(--sans);
    vertical-align: baseline;
    user-select: none;
  }

  .badge::after {
    content: attr(data-entry);
  }

  .badge:hover,
  .badge[data-current] {
    background: var(--weight);
    color: var(--sheet);
  }

  @container (max-width: 34rem) {
    table {
      font-size: 0.875rem;
    }

    th,
    td {
      min-inline-size: 5.5rem;
      padding: 0.35rem 0.4rem;
    }

    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }

    ul:is(.level-1, .level-2, .level-3, .level-4) {
      margin-inline-start: 0.75rem;
    }
  }

  @container (max-width: 19rem) {
    .table:not(.wide) :is(th, td) {
      min-inline-size: 0;
    }
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
      border-color: CanvasText;
    }

    mark[data-off] {
      background: Canvas;
      color: CanvasText;
    }
  }
`;
