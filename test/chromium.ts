/** Debian's Chromium as the tests start it: nothing leaves the machine, and nothing is asked at the first start. */
import { existsSync } from 'node:fs';

export const CHROMIUM = '/usr/bin/chromium';
export const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const isThere = existsSync(CHROMIUM);
export const skipped = isThere ? '' : ` (skipped: there is no ${CHROMIUM})`;
