/** What runs have found about each setting, read from the rows of the files that `npm run sensitivity` and `npm run calibration` write. */

export type Cells = Readonly<Record<string, number | string>>;

/** Rows of docs/data: futures.csv, sensitivity.csv, company.csv and calibration.csv; none where a file is not there. */
export interface LedgerFiles {
  readonly futures: readonly Cells[];
  readonly sensitivity: readonly Cells[];
  readonly company: readonly Cells[];
  readonly calibration: readonly Cells[];
}

/** An outcome under a plan where nothing was moved: its mean, and how far futures lie apart. */
export interface Start {
  readonly plan: string;
  readonly outcome: string;
  readonly mean: number;
  readonly sd: number;
}

/** What moving one setting alone did to an outcome under a plan, in units of the outcome. */
export interface Move {
  readonly plan: string;
  readonly outcome: string;
  /** At the low and the high end of the range, less what was at the default. */
  readonly low: number;
  readonly high: number;
  /** From the lowest to the highest of these and of no change, in standard deviations between futures. */
  readonly size: number;
  /** The same less twice its standard error, and no less than 0: what so few futures make sure of. */
  readonly sure: number;
  readonly isClear: boolean;
}

/** What a setting does to an outcome wherever others stand, as Morris's walks show it. */
export interface Walk {
  readonly plan: string;
  readonly outcome: string;
  /** Mean size of its effects with its 90 per cent interval, and their spread, in units of the outcome for the whole range. */
  readonly muStar: number;
  readonly low: number;
  readonly high: number;
  readonly sigma: number;
}

/** How much of a setting's range the documented patterns leave. */
export interface Kept {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly patterns: string;
}

export interface Found {
  /** Futures that each setting was moved in. */
  readonly futures: number;
  readonly starts: readonly Start[];
  /** Empty for a setting that was not moved. */
  readonly moves: (path: string) => readonly Move[];
  readonly walks: (path: string) => readonly Walk[];
  readonly kept: (path: string) => Kept | undefined;
}

/** A change counts from this many standard deviations between futures, and this many standard errors, on. */
export const LEAST_SIZE = 0.2;
export const LEAST_ERRORS = 3;

/** A missing number is NaN. */
const number = (cell: number | string | undefined): number => (typeof cell === 'number' ? cell : Number.NaN);
const same = (path: string) => (row: Cells) => row.path === path;

export function foundIn({ futures, sensitivity, company, calibration }: LedgerFiles): Found {
  const starts = futures.map(({ plan, outcome, mean, sd }) => ({
    plan: String(plan),
    outcome: String(outcome),
    mean: number(mean),
    sd: number(sd),
  }));
  return {
    futures: Math.max(0, ...sensitivity.map((row) => number(row.futures))),
    starts,
    moves: (path) => sensitivity.filter(same(path)).flatMap((row) => movesOf(row, starts)),
    walks: (path) =>
      company.filter(same(path)).map(({ plan, outcome, muStar, low, high, sigma }) => ({
        plan: String(plan),
        outcome: String(outcome),
        muStar: number(muStar),
        low: number(low),
        high: number(high),
        sigma: number(sigma),
      })),
    kept(path) {
      const row = calibration.find(same(path));
      return (
        row && { share: number(row.kept), low: number(row.keptLow), high: number(row.keptHigh), patterns: String(row.patterns) }
      );
    },
  };
}

/** The outcomes of one row; those that could not be measured at an end are left out. */
function movesOf(row: Cells, starts: readonly Start[]): readonly Move[] {
  return starts
    .filter(({ plan }) => plan === row.plan)
    .flatMap(({ plan, outcome, sd }) => {
      const [low, high, error] = ['low', 'high', 'error'].map((part) => number(row[`${outcome}.${part}`]));
      if (Number.isNaN(low) || Number.isNaN(high)) return [];
      const span = Math.max(0, low, high) - Math.min(0, low, high);
      const size = span / sd;
      const isClear = size >= LEAST_SIZE && span >= LEAST_ERRORS * error;
      return [{ plan, outcome, low, high, size, sure: Math.max(0, span - 2 * error) / sd, isClear }];
    });
}

/** Mean of what is sure over all plans and outcomes; 0 where nothing was moved. */
export const strengthOf = (moves: readonly Move[]): number =>
  moves.length === 0 ? 0 : moves.reduce((sum, { sure }) => sum + sure, 0) / moves.length;

/** What a setting does: something that is more than luck, too little to count, or what so few futures cannot tell from luck. */
export type Verdict = 'moves' | 'little' | 'unclear';
export function verdictOf(moves: readonly Move[]): Verdict {
  if (moves.some(({ isClear }) => isClear)) return 'moves';
  return moves.every(({ size }) => size < LEAST_SIZE) ? 'little' : 'unclear';
}

/** The largest that is more than luck. */
export const largest = (moves: readonly Move[]): Move | undefined =>
  moves.filter(({ isClear }) => isClear).sort((a, b) => b.size - a.size)[0];
