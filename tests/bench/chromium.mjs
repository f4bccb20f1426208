// Chromium, looked for as the tests do, without what talks to other servers.

import { chromium } from '@playwright/test';

export const launched = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    chromiumSandbox: process.getuid?.() !== 0,
  });

/** Median and best of some figures. */
export function timing(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], best: sorted[0] };
}
