/** What a calibration says in words and tables. */
import type { Column } from '../../formats/index.ts';
import {
  type Calibrated,
  type Estimate,
  type GroupForecast,
  type Scores,
  type TieEvidence,
  type Way,
  ways,
} from '../../study/index.ts';

/** A fit and its forecasts, of nodes or of series: those of series know nothing of ties and of stopping. */
export type Fitted = Pick<Calibrated, 'posterior' | 'groups' | 'scores'> & Partial<Pick<Calibrated, 'ties' | 'using'>>;

const names: Readonly<Record<Way, string>> = { model: 'model', bass: 'Bass', last: 'last value' };

export const inHundred = (share: number): string => (100 * share).toFixed(1);

/** Whether the network model does better than Bass, and what the ties said. */
export function sentencesOf({ scores, ties }: Fitted): readonly string[] {
  return [...(scores ? [verdict(scores, ties !== undefined)] : []), ...(ties ? [tiesSaid(ties)] : [])];
}

function verdict({ of, gain }: Scores, isNetwork: boolean): string {
  const [model, bass, last] = of;
  const what = isNetwork ? 'network model' : 'model';
  const than = bass.crps <= last.crps ? 'Bass' : 'a Bass fit or than the last value';
  const best = Math.min(bass.crps, last.crps);
  const figures = `${inHundred(model.crps)} in 100 off, Bass ${inHundred(bass.crps)}, the last value ${inHundred(last.crps)} (CRPS over ${model.n} held-out times)`;
  if (model.crps >= best)
    return `The ${what} does no better than ${bass.crps <= last.crps ? 'a Bass fit' : 'the last value'}: ${figures}.`;
  const sure = gain.error !== null && gain.mean > 1.645 * gain.error;
  if (!sure) return `The ${what} does no better than ${than} by more than luck between groups would make: ${figures}.`;
  return `The ${what} does better than ${than}: ${figures}.`;
}

function tiesSaid({ againstTies, never }: TieEvidence): string {
  const times = short(againstTies >= 1 ? againstTies : 1 / againstTies);
  if (againstTies > 3) return `The ties show no contagion: what was seen is ${times} times as likely without a part for them.`;
  if (againstTies > 1 / 3)
    return `The ties show no contagion that these data could tell from none (${short(againstTies)} to 1 against).`;
  return `The ties matter: what was seen is ${never ? 'at least ' : ''}${times} times as likely with a part for them.`;
}

export const short = (x: number): string => String(Number(x.toPrecision(3)));

export function posteriorLines(posterior: readonly Estimate[]): readonly (readonly string[])[] {
  const common = new Set(posterior.flatMap(({ parameter, group }) => (group === '' ? [parameter] : [])));
  const shown = posterior.filter(({ parameter, group }) => group === '' || !common.has(parameter));
  return [
    ['parameter', 'mean', '9 in 10', 'before data', ''],
    ...shown.map(({ parameter, mean, low, high, priorLow, priorHigh, label }) => [
      ...[parameter, short(mean), `${short(low)} to ${short(high)}`, `${short(priorLow)} to ${short(priorHigh)}`, label],
    ]),
  ];
}

export function scoreLines({ of }: Scores): readonly (readonly string[])[] {
  const share = (x: number | null) => (x === null ? '' : `${Math.round(100 * x)} in 100`);
  return [
    ['forecast', 'CRPS', 'RMSE', 'in the range of 9 in 10', 'in the middle half'],
    ...of.map(({ way, crps, rmse, inNine, inHalf }) => [
      ...[names[way], inHundred(crps), inHundred(rmse), share(inNine), share(inHalf)],
    ]),
  ];
}

/** The end of each group's forecast. */
export function groupLines(groups: readonly GroupForecast[]): readonly (readonly string[])[] {
  return [
    ['group', 'until', 'then', 'at', 'model', 'Bass', 'came'],
    ...groups.flatMap(({ name, until, seen, points }) => {
      const end = points.at(-1);
      if (!end) return [];
      const range = (way: Way) =>
        `${inHundred(end.bands[way].median)} (${inHundred(end.bands[way].low)} to ${inHundred(end.bands[way].high)})`;
      const came = end.truth === null ? '' : inHundred(end.truth);
      return [[name, shortTime(until), inHundred(seen.at(-1)!.share), shortTime(end.time), range('model'), range('bass'), came]];
    }),
  ];
}

export const shortTime = (time: number): string => String(Math.round(1000 * time) / 1000);

export function posteriorColumns(posterior: readonly Estimate[]): readonly Column[] {
  const column = <K extends keyof Estimate>(name: string, key: K): Column =>
    ({ name, values: posterior.map((row) => row[key]) }) as Column;
  return [
    ...[column('parameter', 'parameter'), column('group', 'group'), column('mean', 'mean'), column('low', 'low')],
    ...[column('high', 'high'), column('prior_low', 'priorLow'), column('prior_high', 'priorHigh'), column('label', 'label')],
  ];
}

/** A row a group, time and way to forecast; what was seen comes first. */
export function forecastColumns(groups: readonly GroupForecast[]): readonly Column[] {
  const rows = groups.flatMap(({ name, seen, points }) => [
    ...seen.map(({ time, share }) => ({ name, time, kind: 'seen', truth: share, band: undefined, crps: Number.NaN })),
    ...points.flatMap(({ time, truth, bands, crps }) =>
      ways.map((way) => ({
        name,
        time,
        kind: way,
        truth: truth ?? Number.NaN,
        band: bands[way],
        crps: crps?.[way] ?? Number.NaN,
      })),
    ),
  ]);
  const values = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const quantiles = ['low', 'lowMiddle', 'median', 'highMiddle', 'high', 'mean'] as const;
  return [
    { name: 'group', values: rows.map(({ name }) => name) },
    { name: 'time', values: values(({ time }) => time) },
    { name: 'forecast', values: rows.map(({ kind }) => kind) },
    ...quantiles.map((key, k) => ({
      name: ['q05', 'q25', 'median', 'q75', 'q95', 'mean'][k],
      values: values(({ band }) => band?.[key] ?? Number.NaN),
    })),
    { name: 'observed', values: values(({ truth }) => truth) },
    { name: 'crps', values: values(({ crps }) => crps) },
  ];
}

export function scoreColumns({ of, bassEach }: Scores): readonly Column[] {
  const values = (pick: (score: (typeof of)[number]) => number | null) =>
    Float64Array.from(of, (score) => pick(score) ?? Number.NaN);
  return [
    { name: 'forecast', values: of.map(({ way }) => way) },
    { name: 'n', values: values(({ n }) => n) },
    { name: 'crps', values: values(({ crps }) => crps) },
    { name: 'rmse', values: values(({ rmse }) => rmse) },
    { name: 'coverage_90', values: values(({ inNine }) => inNine) },
    { name: 'coverage_50', values: values(({ inHalf }) => inHalf) },
    { name: 'mean_error_of_single_bass_fits', values: values(({ way }) => (way === 'bass' ? bassEach : null)) },
  ];
}
