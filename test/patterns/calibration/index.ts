/** The calibration as a script sees it. */
export { patterns } from '../known/index.ts';
export { calibrate } from './calibrate.ts';
export { page, summary, table } from './page.ts';
