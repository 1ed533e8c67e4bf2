/** Stopping foretold for users who were held out: which they are, and what is told of it in words and tables. */
import type { Column } from '../../formats/index.ts';
import {
  type Gain,
  type HeldOut,
  type HoldOutRule,
  holdOutStopping,
  type StoppingWay,
  stoppingWays,
  type Watched,
} from '../../study/index.ts';
import { refuse } from '../problems.ts';
import { inHundred, short } from './told.ts';

const OPTION = '--hold-out';

/** `groups`, `later` or a time; several with commas. */
export function rulesOf(text: string): readonly HoldOutRule[] {
  return text.split(',').map((part) => {
    const rule = part.trim();
    if (rule === 'groups' || rule === 'later') return rule;
    const time = rule === '' ? Number.NaN : Number(rule);
    return Number.isFinite(time) ? time : refuse(OPTION, `found "${rule}", expected groups, later, or a time such as 1960`);
  });
}

export function heldOutOf(uses: readonly Watched[], rules: readonly HoldOutRule[], stepsPerYear: number): readonly HeldOut[] {
  if (uses.length === 0) refuse(OPTION, 'nobody was watched for stopping within what the fit may see');
  return rules.map((rule) => {
    const expected =
      rule === 'groups'
        ? 'two groups or more with users who were watched (--group names their columns)'
        : 'users who were watched that began before, and others that began later';
    return holdOutStopping(uses, rule, stepsPerYear) ?? refuse(OPTION, `${rule}: expected ${expected}`);
  });
}

const names: Readonly<Record<StoppingWay, string>> = {
  model: 'by time and group',
  rate: 'constant rate',
  share: 'plain share',
  nobody: 'nobody stops',
};

/** What was held out, as a heading. */
function titleOf({ rule, folds }: HeldOut): string {
  return `Stopping, ${rule === 'groups' ? 'each group held out in turn' : `those who ${folds[0].heldOut} held out`}`;
}

/** Whether the model says more than the share of the others who still use it; where time is cut, also whether one rate holds. */
export function stoppingSentences(held: readonly HeldOut[]): readonly string[] {
  return held.flatMap((one) => [verdict(one), ...(one.rule === 'groups' ? [] : [constancy(one)])]);
}

function verdict(held: HeldOut): string {
  const [model, rate, share, nobody] = held.scores;
  const over = `CRPS over ${model.n} ${model.n === 1 ? 'group' : 'groups'}`;
  const figures = `${inHundred(model.crps)} in 100 off, the share ${inHundred(share.crps)}, one constant rate ${inHundred(rate.crps)}, nobody stops ${inHundred(nobody.crps)} (${over})`;
  const idle = model.crps >= nobody.crps ? ' It does no better than supposing that nobody stops.' : '';
  const plain = comparison(model.crps - share.crps, held.gains.share, 'the plain share of the others who still use it');
  const simple = comparison(model.crps - rate.crps, held.gains.rate, 'one constant rate for everybody');
  return `${titleOf(held)}: a hazard by time of use and group ${plain}: ${figures}.${idle} It ${simple}.`;
}

function comparison(worse: number, { isSure }: Gain, than: string): string {
  if (worse >= 0) return `does no better than ${than}`;
  return isSure ? `does better than ${than}` : `does no better than ${than} by more than luck between groups would make`;
}

function constancy({ folds }: HeldOut): string {
  const [{ rate, itself, faster }] = folds;
  const range = ({ mean, low, high }: typeof rate) => `${short(mean)} a step (${short(low)} to ${short(high)})`;
  const rates = `those who began later stop at ${range(itself)}, those before at ${range(rate)}`;
  const likely = Math.round(100 * Math.max(faster, 1 - faster));
  if (likely < 95) return `One constant rate may do for both: ${rates}.`;
  const chance = likely > 99 ? 'more than 99' : likely;
  return `One constant rate does not do for both: ${rates}; that the former stop ${faster > 0.5 ? 'faster' : 'more slowly'} has a chance of ${chance} in 100.`;
}

/** What was foretold of every group, and the scores. */
export function stoppingLines(held: HeldOut): readonly (readonly (readonly string[])[])[] {
  const ranged = stoppingWays.filter((way) => way !== 'nobody');
  const share = (x: number | null) => (x === null ? '' : `${Math.round(100 * x)} in 100`);
  return [
    [
      ['group', 'users', ...ranged.map((way) => names[way]), 'came'],
      ...held.folds.flatMap(({ groups }) =>
        groups.map(({ name, users, bands, still }) => [
          ...[name, String(users)],
          ...ranged.map((way) => {
            const { median, low, high } = bands[way];
            return `${inHundred(median)} (${inHundred(low)} to ${inHundred(high)})`;
          }),
          inHundred(still),
        ]),
      ),
    ],
    [
      ['forecast', 'CRPS', 'RMSE', 'in the range of 9 in 10', 'as claimed'],
      ...held.scores.map(({ way, crps, rmse, inNine, claimed }) => [
        ...[names[way], inHundred(crps), inHundred(rmse), share(inNine), share(claimed)],
      ]),
    ],
  ];
}

export const stoppingHeading = (held: HeldOut): string => `${titleOf(held)}, in 100 of their users who still use it:`;

/** A row a fit, group and way to forecast. */
export function stoppingColumns(held: readonly HeldOut[]): readonly Column[] {
  const rows = held.flatMap(({ folds }) =>
    folds.flatMap((fold) =>
      fold.groups.flatMap((group) => stoppingWays.map((way) => ({ ...fold, group, way, band: group.bands[way] }))),
    ),
  );
  const texts = (name: string, of: (row: (typeof rows)[number]) => string): Column => ({ name, values: rows.map(of) });
  const numbers = (name: string, of: (row: (typeof rows)[number]) => number): Column => ({
    name,
    values: Float64Array.from(rows, of),
  });
  return [
    texts('held_out', ({ heldOut }) => heldOut),
    numbers('fitted_to', ({ seen }) => seen),
    numbers('rate', ({ rate }) => rate.mean),
    numbers('shape', ({ shape }) => shape.mean),
    numbers('spread', ({ spread }) => spread.mean),
    texts('group', ({ group }) => group.name),
    numbers('users', ({ group }) => group.users),
    texts('forecast', ({ way }) => way),
    numbers('q05', ({ band }) => band.low),
    numbers('q25', ({ band }) => band.lowMiddle),
    numbers('median', ({ band }) => band.median),
    numbers('q75', ({ band }) => band.highMiddle),
    numbers('q95', ({ band }) => band.high),
    numbers('mean', ({ band }) => band.mean),
    numbers('observed', ({ group }) => group.still),
    numbers('crps', ({ group, way }) => group.crps[way]),
  ];
}
