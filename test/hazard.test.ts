import { describe, expect, test } from 'vitest';
import { cumulated, type Hazard, stopsNext } from '../study/fitting/hazard.ts';
import { type HeldOut, holdOutStopping, type Watched } from '../study/fitting/holdOut.ts';
import { luckOf } from '../study/fitting/luck.ts';
import { fitStopping, hazardsOf, seenOf } from '../study/fitting/pooling.ts';
import { drawStopping, type StoppingDraw } from '../study/fitting/poolingDraws.ts';
import type { Use } from '../study/fitting/stopping.ts';
import { calibratePeople } from '../study/index.ts';

const REFERENCE = 5;

interface World {
  readonly uses: readonly Watched[];
  readonly hazards: readonly Hazard[];
}

/** Groups whose hazards are drawn, and users who began 1 to 16 years before they were looked at; `exact`: known when they stopped. */
function worldOf(
  seed: string,
  truth: { rate: number; shape: number; spread: number },
  groups: number,
  size: number,
  exact = false,
): World {
  const luck = luckOf('world', seed);
  const hazards = Array.from({ length: groups }, () => ({
    ...{ rate: truth.rate * Math.exp(truth.spread * luck.normal()), shape: truth.shape, reference: REFERENCE },
  }));
  const uses = hazards.flatMap(({ rate, shape }, g) =>
    Array.from({ length: size }, (): Watched => {
      const watched = 1 + Math.floor(16 * luck.uniform());
      const life = REFERENCE * (-Math.log(luck.uniform()) / (rate * REFERENCE)) ** (1 / shape);
      const stopped = life < watched;
      return {
        group: `g${g}`,
        began: 2000 - watched,
        watched,
        time: exact && stopped ? Math.ceil(life) : watched,
        stopped,
        exact,
      };
    }),
  );
  return { uses, hazards };
}

/** Drawn from what is believed before data. */
function truthOf(seed: number) {
  const luck = luckOf('truth', seed);
  return {
    rate: 0.05 * Math.exp(1.5 * luck.normal()),
    shape: Math.exp(0.5 * luck.normal()),
    spread: 0.7 * Math.abs(luck.normal()),
  };
}

const names = (groups: number) => Array.from({ length: groups }, (_, g) => `g${g}`);
const drawsOf = (uses: readonly Watched[], groups: number) =>
  drawStopping(fitStopping(seenOf(uses, 1)), names(groups), 200, luckOf('draws'));

/** Mean and standard deviation. */
function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1)) };
}

describe('a hazard by time of use', () => {
  test('cumulates as the rate does where the shape is 1, and reaches the same at the reference whatever the shape', () => {
    expect(cumulated({ rate: 0.1, shape: 1, reference: 5 }, 3)).toBeCloseTo(0.3, 12);
    for (const shape of [0.4, 1, 2]) expect(cumulated({ rate: 0.1, shape, reference: 5 }, 5)).toBeCloseTo(0.5, 12);
    expect(cumulated({ rate: 0.1, shape: 0.4, reference: 5 }, 0)).toBe(0);
  });

  test('step by step leaves as many as at once', () => {
    const hazard = { rate: 0.08, shape: 0.6, reference: 5 };
    let still = 1;
    for (let t = 0; t < 12; t++) still *= 1 - stopsNext(hazard, t);
    expect(still).toBeCloseTo(Math.exp(-cumulated(hazard, 12)), 12);
    expect(stopsNext(hazard, 0)).toBeGreaterThan(stopsNext(hazard, 5));
  });
});

describe('the posterior over groups', () => {
  // Where truth is drawn from what is believed before data, the share of draws below it is any number alike, if the posterior is right:
  // a mean of 1/2 with a standard deviation of 0.29 a world, and a share p of worlds in any range of chance p.
  const WORLDS = 80;
  const ranks = Array.from({ length: WORLDS }, (_, w) => {
    const truth = truthOf(w);
    const { uses, hazards } = worldOf(`prior ${w}`, truth, 5, 20, w % 2 === 0);
    const drawn = drawsOf(uses, 5);
    const below = (of: (draw: StoppingDraw) => number, x: number) => drawn.filter((draw) => of(draw) < x).length / drawn.length;
    return {
      rate: below(({ rate }) => rate, truth.rate),
      shape: below(({ shape }) => shape, truth.shape),
      spread: below(({ spread }) => spread, truth.spread),
      group: below(({ groups }) => groups[2].rate, hazards[2].rate),
    };
  });
  test.each(['rate', 'shape', 'spread', 'group'] as const)('%s: truth lies anywhere in the posterior alike', (name) => {
    const own = ranks.map((rank) => rank[name]);
    expect(Math.abs(momentsOf(own).mean - 0.5)).toBeLessThan((4 * 0.29) / Math.sqrt(WORLDS));
    const inside = own.filter((rank) => rank > 0.05 && rank < 0.95).length / WORLDS;
    expect(Math.abs(inside - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / WORLDS));
    const middle = own.filter((rank) => rank > 0.25 && rank < 0.75).length / WORLDS;
    expect(Math.abs(middle - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / WORLDS));
  });

  test.each([
    ['falling', 0.5, 0.6, true],
    ['falling', 0.5, 0.6, false],
    ['constant', 1, 0, true],
    ['constant', 1, 0, false],
    ['rising', 1.8, 0.6, false],
  ] as const)('many users tell a %s hazard (shape %d, spread %d, times known: %s)', (_, shape, spread, exact) => {
    const { uses } = worldOf(`many ${shape}`, { rate: 0.08, shape, spread }, 10, 200, exact);
    const drawn = drawsOf(uses, 10);
    const found = momentsOf(drawn.map((draw) => Math.log(draw.shape)));
    expect(Math.abs(found.mean - Math.log(shape))).toBeLessThan(4 * found.sd);
    // Some 700 of 2000 stop, over looks that lie a factor of 16 apart: enough to tell a shape from its half by four standard deviations.
    expect(found.sd).toBeLessThan(Math.log(2) / 4);
    const apart = momentsOf(drawn.map((draw) => draw.spread));
    if (spread > 0) expect(Math.abs(apart.mean - spread)).toBeLessThan(4 * apart.sd);
    else expect(apart.mean).toBeLessThan(0.25);
  });

  test('a group with many users has a rate of its own; one that was not seen has the range of all', () => {
    const { uses, hazards } = worldOf('own', { rate: 0.08, shape: 0.7, spread: 0.8 }, 6, 100);
    const fit = fitStopping(seenOf(uses, 1));
    const logs = (name: string) => {
      const own = hazardsOf(fit, name);
      const mean = own.reduce((sum, { hazard, chance }) => sum + chance * Math.log(hazard.rate), 0);
      return {
        mean,
        sd: Math.sqrt(own.reduce((sum, { hazard, chance }) => sum + chance * (Math.log(hazard.rate) - mean) ** 2, 0)),
      };
    };
    for (const [g, { rate }] of hazards.entries()) {
      const { mean, sd } = logs(`g${g}`);
      expect(Math.abs(mean - Math.log(rate))).toBeLessThan(4 * sd);
      expect(sd).toBeLessThan(logs('another').sd / 2);
    }
  });

  test('the order of users and the length of a step change nothing', () => {
    const { uses } = worldOf('order', { rate: 0.08, shape: 0.7, spread: 0.5 }, 4, 30);
    const [one, other] = [uses, [...uses].reverse()].map((list) => hazardsOf(fitStopping(seenOf(list, 1)), 'g1'));
    for (const [i, { chance }] of one.entries()) expect(other[i].chance).toBeCloseTo(chance, 12);
    const months = uses.map((use) => ({ ...use, time: 12 * use.time, watched: 12 * use.watched }));
    for (const [i, { hazard, chance }] of hazardsOf(fitStopping(seenOf(months, 12)), 'g1').entries()) {
      expect(12 * hazard.rate).toBeCloseTo(one[i].hazard.rate, 10);
      expect(chance).toBeCloseTo(one[i].chance, 10);
    }
  });
});

describe('groups that were held out', () => {
  const lacks = (held: readonly HeldOut[], place: number) => {
    const { mean, sd } = momentsOf(held.map(({ scores }) => scores[place].inNine! - scores[place].claimed!));
    return { mean, error: sd / Math.sqrt(held.length) };
  };

  test.each(['groups', 'later'] as const)('%s: where they differ as is believed, ranges hold as often as they claim', (rule) => {
    const held = Array.from({ length: 16 }, (_, w) => holdOutStopping(worldOf(`apart ${w}`, truthOf(w), 6, 20).uses, rule, 1)!);
    const { mean, error } = lacks(held, 0);
    expect(Math.abs(mean)).toBeLessThan(4 * error);
  });

  test('where hazards fall and groups lie far apart, ranges hold more than those of one constant rate, and lie nearer', () => {
    const truth = { rate: 0.08, shape: 0.5, spread: 0.8 };
    const held = Array.from({ length: 12 }, (_, w) => holdOutStopping(worldOf(`far ${w}`, truth, 6, 20).uses, 'groups', 1)!);
    const more = momentsOf(held.map(({ scores: [model, rate] }) => model.inNine! - rate.inNine!));
    expect(more.mean).toBeGreaterThan((3 * more.sd) / Math.sqrt(held.length));
    const { mean, error } = lacks(held, 1);
    expect(mean).toBeLessThan(-4 * error);
    const gain = momentsOf(held.map(({ gains }) => gains.rate.mean));
    expect(gain.mean).toBeGreaterThan((2 * gain.sd) / Math.sqrt(held.length));
  });
});

test('those who have used it long stop more rarely in forecasts, where the hazard falls', () => {
  const size = 100;
  const stopped = Float64Array.from({ length: size }, (_, i) => (i < 40 ? 1 : Number.NaN));
  const group = {
    ...{ name: 'a', size, adopted: new Float64Array(size), later: new Float64Array(size), stopped, ties: [] },
    ...{ seen: 10, known: 10, horizon: 20, timeOf: (step: number) => step },
  };
  const uses = Array.from(stopped, (at): Use => {
    const isGone = !Number.isNaN(at);
    return { group: 'a', time: isGone ? at : 10, stopped: isGone, exact: true };
  });
  const { using, posterior } = calibratePeople([group], { kernel: 'linear', stepsPerYear: 1, draws: 100, seed: '1', uses });
  const names = posterior.map(({ parameter }) => parameter);
  expect(names.filter((name) => name.startsWith('dropOut'))).toEqual(['dropOut', 'dropOutShape']);
  expect(posterior.find(({ parameter }) => parameter === 'dropOutShape')!.high).toBeLessThan(0.7);
  const last = using[0].at(-1)!;
  // One constant rate, 40 stops in 640 steps of use, would leave 60 × exp(−0.6) = 32 of them.
  expect(last.median).toBeGreaterThan(0.45);
  expect(last.high).toBeLessThanOrEqual(0.6);
});
