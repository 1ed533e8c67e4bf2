/** Figures as people read them: three that mean something, what they may be, and what they are. */
import { interval } from './evaluate.ts';
import type { Estimate, Statistic } from './pattern.ts';

export function figure(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'no number' : x > 0 ? 'never' : 'always';
  if (x === 0 || Math.abs(x) < 1e-4) return '0';
  const short = Math.abs(x) >= 100 ? x.toFixed(0) : String(Number(x.toPrecision(Math.abs(x) < 0.1 ? 2 : 3)));
  return short.replace('-', '−');
}

export const estimateText = (estimate: Estimate): string => {
  const [low, high] = interval(estimate);
  return Number.isFinite(low) ? `${figure(estimate.value)} (${figure(low)} to ${figure(high)})` : figure(estimate.value);
};

export function bandText([low, high]: Statistic['band']): string {
  if (low === high) return figure(low);
  if (high === Number.POSITIVE_INFINITY) return `at least ${figure(low)}`;
  return low === Number.NEGATIVE_INFINITY ? `at most ${figure(high)}` : `${figure(low)} to ${figure(high)}`;
}
