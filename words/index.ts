/** The door of this room: what the page and the command line both say. */
export { type ChartSize, textFan } from './chart.ts';
export { figure, inHundred, pairOf } from './figures.ts';
export type { Segment } from './fill.ts';
export { modelDocument } from './odd.ts';
export { ENOUGH, type PlanNames, rowOf, type Sentence, sentence, sentenceOfTwo, winLines } from './sentence.ts';
export { type Story, type StorySchool, storyOf } from './story.ts';
export { type SummaryRow, summaryRows, summaryTable } from './summary.ts';
