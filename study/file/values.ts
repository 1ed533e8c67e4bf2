/** The values of one factor: held to the settings that they are for. */
import { boundsOf, nearest, normalShare, type Problem, type Quantity, show, valueFor } from '../../sim/index.ts';
import type { Distribution, FactorWish } from './schema.ts';
import type { SettingFactor } from './study.ts';
import { targetOf, targetPaths } from './targets.ts';

type Values = Pick<SettingFactor, 'levels' | 'distribution' | 'baseline'>;
interface Row {
  readonly path: string;
  readonly quantity: Quantity;
}

/** The rows behind paths; a problem for each that is none. */
export function rowsOf(paths: readonly string[], at: string, problems: Problem[]): readonly Row[] {
  return paths.flatMap((path) => {
    const quantity = targetOf(path);
    if (quantity) return [{ path, quantity }];
    const close = nearest(path, targetPaths);
    const message = `found "${path}", which is no setting; ${close ? `did you mean ${close}?` : '`taking-root list settings` shows all paths.'}`;
    problems.push({ path: at, message });
    return [];
  });
}

/** What a factor that sets something tries, or undefined beside the problems. */
export function valuesOf(wish: FactorWish, rows: readonly Row[], at: string, problems: Problem[]): Values | undefined {
  const before = problems.length;
  const { levels, range, distribution, baseline } = wish;
  const given = [levels && 'levels', range && 'range', distribution && 'distribution'].filter(Boolean);
  if (given.length > 1) problems.push({ path: at, message: `found ${given.join(' and ')}, expected one of them.` });
  const choices = rows.find(({ quantity }) => quantity.choices);
  if (choices && (range || distribution))
    problems.push({
      path: at,
      message: `${choices.path} is a choice and has no range; expected levels such as ${choices.quantity.choices?.slice(0, 3).join(', ')}.`,
    });
  const values: Values = levels
    ? { levels }
    : distribution
      ? { distribution }
      : range
        ? { distribution: { kind: 'uniform', low: range[0], high: range[1] } }
        : ofItself(rows, at, problems);
  values.levels?.forEach((value, j) => {
    held(value, rows, `${at}.levels[${j}]`, problems);
  });
  if (values.levels) inOrder(values.levels, `${at}.levels`, problems);
  if (values.distribution) sound(values.distribution, rows, range ? `${at}.range` : at, problems);
  if (baseline !== undefined) within(baseline, values, `${at}.baseline`, problems);
  return problems.length > before ? undefined : { ...values, ...(baseline !== undefined && { baseline }) };
}

/** What the settings' own rows leave open, where the study is silent. */
function ofItself(rows: readonly Row[], at: string, problems: Problem[]): Values {
  const [{ quantity }] = rows;
  const same = rows.every(
    (row) => String(row.quantity.range) === String(quantity.range) && String(row.quantity.choices) === String(quantity.choices),
  );
  if (!same)
    problems.push({
      path: at,
      message: 'these settings have different ranges; expected levels, a range or a distribution for all.',
    });
  if (quantity.choices) return { levels: quantity.choices };
  const [low, high] = quantity.range;
  return { distribution: { kind: 'uniform', low, high } };
}

/** A value that each of the settings accepts. */
export function held(value: unknown, rows: readonly Row[], path: string, problems: Problem[]): void {
  for (const row of rows) {
    const read = valueFor(row.quantity, value);
    const choice = row.quantity.choices && typeof value === 'number';
    if (!read.ok || choice) {
      const message = read.ok ? `found ${value}, expected one of ${row.quantity.choices?.join(', ')}.` : read.message;
      problems.push({ path, message: rows.length > 1 ? `${row.path}: ${message}` : message });
      return;
    }
  }
}

/** A baseline is a value that the factor may take. */
function within(baseline: number | string, { levels, distribution }: Values, path: string, problems: Problem[]): void {
  const isIn = levels
    ? levels.includes(baseline)
    : typeof baseline === 'number' && distribution && baseline >= distribution.low && baseline <= distribution.high;
  const expected = levels ? `one of ${levels.join(', ')}` : `a number from ${distribution?.low} to ${distribution?.high}`;
  if (!isIn) problems.push({ path, message: `found ${show(baseline)}, expected ${expected}.` });
}

function inOrder(levels: readonly (number | string)[], path: string, problems: Problem[]): void {
  if (new Set(levels).size < levels.length) problems.push({ path, message: 'a level stands here twice; expected each once.' });
  else if (levels.some((level, i) => i > 0 && typeof level === 'number' && level < Number(levels[i - 1])))
    problems.push({ path, message: `found ${levels.join(', ')}, expected rising numbers.` });
}

/** The least share of an uncut normal distribution that must lie between its ends. */
const LEAST_SHARE = 1e-6;

function sound(distribution: Distribution, rows: readonly Row[], path: string, problems: Problem[]): void {
  const { low, high } = distribution;
  if (!(low < high)) {
    problems.push({ path, message: `found ${low} to ${high}, expected a low end below the high one.` });
    return;
  }
  if (distribution.kind === 'triangular' && !(distribution.mode >= low && distribution.mode <= high))
    problems.push({ path, message: `found the mode ${distribution.mode}, expected it between ${low} and ${high}.` });
  if (distribution.kind === 'normal') {
    const { mean, sd } = distribution;
    if (normalShare((high - mean) / sd) - normalShare((low - mean) / sd) < LEAST_SHARE)
      problems.push({ path, message: `a normal distribution around ${mean} has next to nothing between ${low} and ${high}.` });
  }
  for (const { path: setting, quantity } of rows) {
    const [min, max] = boundsOf(quantity);
    if (low < min || high > max)
      problems.push({
        path,
        message: `found ${low} to ${high}, expected numbers from ${min} to ${max} (${setting}, ${quantity.unit}).`,
      });
    if (quantity.whole && !(Number.isInteger(low) && Number.isInteger(high)))
      problems.push({ path, message: `found ${low} to ${high}, expected whole numbers (${setting}).` });
  }
}
