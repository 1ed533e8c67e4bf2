/**
 * The whole model mixed well, and its own mean-field equations. Left on: awareness, decision, confirmation, turnover. What bends their
 * rates (fit, belief, leaders, culture, support, money, colleagues) weighs 0, and every educator has many ties drawn from all others.
 */
import { ingredients } from '../../../sim/ingredients.ts';
import { type CandidateTies, endOf, layers } from '../../../sim/network.ts';
import { draw, type Key, keyOf, purposes } from '../../../sim/random.ts';
import type { Plan } from '../../../sim/scenario/compile.ts';
import { planOf } from '../../futures.ts';
import { upTo } from './check.ts';

/** Per year, except shares. */
const rates = {
  /** News without people, and through all ties together where all of them use it. */
  news: 0.2,
  told: 0.3,
  /** Those who stopped look at it again. */
  again: 0.2,
  /** Bass's p and q, and the share of ties at which q is half. */
  alone: 0.08,
  peers: 0.8,
  half: 0.3,
  order: 2,
  stopping: 0.15,
  /** Leaving; a share of successors are movers, who bring what somebody drawn at random does. */
  leaving: 0.1,
  movers: 0.5,
} as const;

/** Educators a school: one of them begins. */
const POSTS = 50;

/** Shares of educators. */
export interface Shares {
  readonly unaware: number;
  readonly aware: number;
  readonly using: number;
  readonly stopped: number;
}

/** On the first day one educator in each school uses it. */
const first: Shares = { unaware: 1 - 1 / POSTS, aware: 0, using: 1 / POSTS, stopped: 0 };

/** The whole model on so many schools, everything that is not named in `rates` weighing nothing. */
export function mixedPlan(schools: number, years: number, ties: number): Plan {
  const nothing = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0]));
  const plan = planOf({
    system: {
      preset: 'made-up',
      statistics: { schools, pupilsPerSchool: 20 * POSTS, sizeSpread: 0, ratioSpread: 0, districts: 1 },
    },
    years,
    localVariants: 0,
    ingredients: nothing(...ingredients.map(({ name }) => name)),
    innovations: [{ name: 'one', visibility: 1, technologyNeed: 0 }],
    collaboration: { depth: 0.2, compelled: 0 },
    forces: { profession: { level: 0 } },
    strategy: { kind: 'organic', seedSchools: 100, seedShare: 0 },
    parameters: {
      traits: { thresholdSpread: 0 },
      start: { visible: 0.5 },
      outcomes: { seeing: 0 },
      programme: { adopting: 0 },
      creation: { rate: 0 },
      awareness: {
        broadcast: rates.news,
        contact: rates.told,
        again: rates.again,
        sharing: 1,
        unconnected: 1,
        unpraised: 1,
        window: 0,
      },
      decision: {
        ...nothing('fit', 'belief', 'leader', 'mindset', 'elaboration', 'conditions', 'complexity', 'overload', 'effort'),
        ...nothing('needOfFoundations', 'permissionGain', 'team', 'school', 'district', 'cluster'),
        broadcast: rates.alone,
        contagion: rates.peers,
        half: rates.half,
        order: rates.order,
        profession: 1,
        accessOutside: 1,
        // Permission counts as full from the first day on: it is far above this reference, and 1 is the most there is.
        referencePermission: 0.01,
        referenceDepth: 0.4,
        most: 1,
      },
      confirmation: {
        ...nothing(
          'ownership',
          'support',
          'results',
          'colleagues',
          'district',
          'overload',
          'misfit',
          'leader',
          'mandated',
          'stopping',
        ),
        base: rates.stopping,
      },
      turnover: {
        ...nothing('need', 'remote', 'morale', 'induction', 'donorYears'),
        leaving: 1 - Math.exp(-rates.leaving),
        novices: 1,
        movers: rates.movers,
      },
    },
  });
  return { ...plan, system: { ...plan.system, ties: wellMixed(plan.system.educatorCount, ties, keyOf('well mixed')) } };
}

/** Each turns to so many of all others, drawn at random; every tie is on and of one depth. */
function wellMixed(educators: number, ties: number, key: Key): CandidateTies {
  const profession = layers.indexOf('profession');
  const ends = new Int32Array(educators * ties);
  for (let k = 0; k < ends.length; k++)
    ends[k] = endOf(profession, Math.floor(educators * draw(key, purposes.sampling, k, 0, 0)));
  return {
    offsets: Uint32Array.from({ length: educators + 1 }, (_, e) => e * ties),
    ends,
    luck: new Uint8Array(ends.length),
    depth: new Uint8Array(ends.length).fill(255),
  };
}

/** What the ties show on average: S(k/n) = (k/n)² / ((k/n)² + θ²) over k of n ties in use, each with the same chance. */
function shown(using: number, ties: number): number {
  let sum = 0;
  let chance = (1 - using) ** ties;
  for (let k = 0; k <= ties; k++) {
    const x = (k / ties) ** rates.order;
    sum += chance * (x / (x + rates.half ** rates.order));
    chance *= ((ties - k) / (k + 1)) * (using / (1 - using));
  }
  return sum;
}

/** The equations of docs/model.md, section 9: what changes in a year. */
function change({ unaware, aware, using, stopped }: Shares, ties: number): Shares {
  const hear = rates.news + rates.told * using;
  const again = rates.again + rates.told * using;
  const begin = rates.alone + rates.peers * shown(using, ties);
  const novices = rates.leaving * (1 - rates.movers);
  return {
    unaware: -hear * unaware + novices * (1 - unaware),
    aware: hear * unaware + again * stopped - begin * aware - novices * aware,
    using: begin * aware - rates.stopping * using - novices * using,
    stopped: rates.stopping * using - again * stopped - novices * stopped,
  };
}

const names = ['unaware', 'aware', 'using', 'stopped'] as const;
const moved = (from: Shares, by: Shares, h: number): Shares =>
  Object.fromEntries(names.map((name) => [name, from[name] + h * by[name]])) as unknown as Shares;

/** Shares at the end of each year, from the first day on; by the midpoint rule in steps short enough that halving them changes nothing. */
export function meanField(years: number, ties: number): Shares[] {
  const perYear = 48;
  let now = first;
  return upTo(years + 1).map((year) => {
    if (year === 0) return now;
    for (let i = 0; i < perYear; i++) {
      const half = moved(now, change(now, ties), 0.5 / perYear);
      now = moved(now, change(half, ties), 1 / perYear);
    }
    return now;
  });
}

/** The columns of a run that hold the shares. A post that somebody new has taken is unaware. */
export const columnOf = {
  unaware: 'stage.unaware',
  aware: 'stage.aware',
  using: 'educatorsUsing',
  stopped: 'stage.discontinued',
} as const satisfies Record<(typeof names)[number], string>;
