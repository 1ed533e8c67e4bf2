/** What the page follows of each future: the outcomes it lists, and the columns that the sentence needs beside them. */
export interface Outcome {
  /** Key of its words. */
  readonly name: 'reach' | 'depth' | 'staying' | 'ownership' | 'learning' | 'fairness' | 'cost';
  readonly metric: string;
  /** Ends of its fixed axis, in the unit shown. */
  readonly axis: readonly [low: number, high: number];
  /** What the metric is multiplied by to be shown. */
  readonly scale: number;
  readonly unit: 'share' | 'points' | 'money' | 'gap';
  /** Whether more of it is what a plan is for. */
  readonly more: 'better' | 'worse';
}

export const outcomes: readonly Outcome[] = [
  { name: 'reach', metric: 'schoolsInUse', axis: [0, 100], scale: 100, unit: 'share', more: 'better' },
  { name: 'depth', metric: 'schoolsWell', axis: [0, 100], scale: 100, unit: 'share', more: 'better' },
  { name: 'staying', metric: 'retention3', axis: [0, 100], scale: 100, unit: 'share', more: 'better' },
  { name: 'ownership', metric: 'schoolsOwned', axis: [0, 100], scale: 100, unit: 'share', more: 'better' },
  { name: 'learning', metric: 'gainPoints', axis: [-2, 10], scale: 1, unit: 'points', more: 'better' },
  { name: 'fairness', metric: 'reachGap', axis: [-20, 20], scale: -100, unit: 'gap', more: 'worse' },
  { name: 'cost', metric: 'spentPerLearner', axis: [0, 600], scale: 1, unit: 'money', more: 'worse' },
];

/** Columns asked of the engine: the outcomes, and what the sentence and the side effects are told from. */
export const columns: readonly string[] = [
  ...outcomes.map(({ metric }) => metric),
  ...['schoolsReached', 'schoolsImplementing', 'educatorsUsing', 'educatorsReporting', 'ownership', 'fidelity'],
  ...['schoolsInUse.fifth1', 'schoolsInUse.fifth5', 'qualityReach', 'sustainability3', 'coverage', 'coaches'],
];

/** The column of a region's schools that use it, where the schools are divided into regions. */
export const regionMetric = (region: number): string => `schoolsInUse.region${region + 1}`;
