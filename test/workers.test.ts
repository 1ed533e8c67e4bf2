import { describe, expect, test, vi } from 'vitest';
import { compare, compile, ensembleOf, parseScenario, type Results, run, type Scenario, simulate } from '../cli/library.ts';
import type { OpenLine } from '../workers/client.ts';
import { openThread } from '../workers/node.ts';
import { Pool } from '../workers/pool.ts';
import { lengthOf } from '../workers/size.ts';

function scenarioOf(changes: object = {}): Scenario {
  const file = {
    version: 1,
    title: 'A few schools',
    system: { preset: 'made-up', sample: 0.1 },
    years: 3,
    strategy: { kind: 'waves' },
  };
  const parsed = parseScenario({ ...file, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** As in one thread, without workers. */
const alone = (scenario: Scenario, count: number, seed?: string): readonly Results[] => {
  const plan = compile(scenario);
  return Array.from({ length: count }, (_, replicate) => simulate(plan, { replicate, ...(seed !== undefined && { seed }) }));
};

const digests = (runs: readonly Results[]): readonly string[] => runs.map(({ digest }) => digest);

describe('many futures', () => {
  test.each([1, 2, 4])('with %i workers are those of one thread', async (workers) => {
    const { runs } = await run(scenarioOf(), { replicates: 9, workers });
    expect(digests(runs)).toEqual(digests(alone(scenarioOf(), 9)));
  });

  test('in parts are those of one call', async () => {
    const whole = await run(scenarioOf(), { replicates: 6 });
    const parts = await Promise.all([[0, 1, 2], [3], [5, 4]].map((replicates) => run(scenarioOf(), { replicates })));
    const joined = ensembleOf(
      whole.title,
      parts.flatMap(({ runs }) => runs),
    );
    expect(joined.digest).toBe(whole.digest);
  });

  test('are the same for a seed as text and as a number, and others for another seed', async () => {
    const of = (seed: string | number) => run(scenarioOf(), { replicates: 2, seed }).then(({ digest }) => digest);
    expect(await of(42)).toBe(await of('42'));
    expect(await of(42)).not.toBe(await of(43));
  });

  test('are handed back as they come, each once', async () => {
    const seen: number[] = [];
    await run(scenarioOf(), { replicates: 12, workers: 2, onReplicate: ({ replicate }) => seen.push(replicate) });
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, k) => k));
  });

  test('recorded school by school keep their digests', async () => {
    const pool = new Pool(openThread, 1);
    const { results } = await pool.run({ scenario: scenarioOf(), replicates: [0], record: 'schools' });
    pool.close();
    expect(digests(results)).toEqual(digests(alone(scenarioOf(), 1)));
    expect(results[0].schools?.use.length).toBe(results[0].years.length * results[0].schools!.schools);
  });

  test('of two plans are paired by their numbers', async () => {
    const { a, b, differences } = await compare(scenarioOf(), scenarioOf({ strategy: { kind: 'mandate' } }), ['spent'], {
      replicates: 4,
    });
    const last = a.years.length - 1;
    const paired = a.runs.map(({ columns }, k) => columns.spent[last] - b.runs[k].columns.spent[last]);
    expect(differences[0].mean).toBeCloseTo(paired.reduce((sum, x) => sum + x, 0) / 4, 6);
  });
});

/** Workers that say which futures they are asked for and answer when they are told to, in the order in which they were asked. */
function patient(): { readonly open: OpenLine; readonly asked: number[]; readonly answer: () => void } {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const open = () => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => {
      const [method] = data.path as string[];
      const reply = (value: unknown): void => port2.postMessage({ id: data.id, type: 'RAW', value });
      if (method !== 'run') return reply(method === 'prepare' ? { columns: [] } : undefined);
      const { replicates } = data.argumentList[1].value as { replicates: readonly number[] };
      asked.push(...replicates);
      answers.push(() => reply(replicates.map((replicate) => ({ replicate }))));
    };
    return { endpoint: port1, died: new Promise<never>(() => {}), close: () => port1.close() };
  };
  return { open, asked, answer: () => answers.shift()?.() };
}

describe('a pool', () => {
  test('lets work in the background wait while anything else does', async () => {
    const { open, asked, answer } = patient();
    const pool = new Pool(open, 1);
    const until = (n: number): Promise<void> => vi.waitFor(() => expect(asked).toHaveLength(n));
    const behind = pool.run({ scenario: scenarioOf(), replicates: [0, 1, 2], batch: 1, background: true });
    await until(1);
    const ahead = pool.run({ scenario: scenarioOf(), replicates: [10, 11], batch: 1 });
    for (let n = 1; n <= 5; n++) {
      await until(n);
      answer();
    }
    await Promise.all([behind, ahead]);
    expect(asked).toEqual([0, 10, 11, 1, 2]);
    pool.close();
  });

  test('lets workers rest after their batch while fewer are allowed, and sets them to work again', async () => {
    const { open, asked, answer } = patient();
    const pool = new Pool(open, 3);
    const until = (n: number): Promise<void> => vi.waitFor(() => expect(asked).toHaveLength(n));
    const job = pool.run({ scenario: scenarioOf(), replicates: Array.from({ length: 12 }, (_, k) => k), batch: 1, pace: 1000 });
    await until(3);
    pool.allow(0); // one works on all the same
    for (let done = 0; done < 3; done++) answer();
    await until(4);
    answer();
    await until(5);
    pool.allow(9); // more than there are
    await until(7);
    for (let n = 7; n < 12; n++) {
      answer();
      await until(n + 1);
    }
    for (let left = 0; left < 3; left++) answer();
    expect((await job).results.map(({ replicate }) => replicate)).toEqual(Array.from({ length: 12 }, (_, k) => k));
    pool.close();
  });

  test('runs several plans side by side without mixing them', async () => {
    const pool = new Pool(openThread, 2);
    const scenarios = [scenarioOf(), scenarioOf({ strategy: { kind: 'mandate' } }), scenarioOf({ years: 2 })];
    const done = await Promise.all(scenarios.map((scenario) => pool.run({ scenario, replicates: [0, 1, 2] })));
    pool.close();
    expect(done.map(({ results }) => digests(results))).toEqual(scenarios.map((scenario) => digests(alone(scenario, 3))));
  });

  test('stops a job at once and goes on with the next', async () => {
    const pool = new Pool(openThread, 2);
    const stop = new AbortController();
    const kept: Results[] = [];
    const endless = pool.run(
      { scenario: scenarioOf({ years: 30 }), replicates: Array.from({ length: 5000 }, (_, k) => k) },
      {
        signal: stop.signal,
        onReplicate(results) {
          kept.push(results);
          stop.abort(new Error('enough'));
        },
      },
    );
    await expect(endless).rejects.toThrow('enough');
    expect(kept).toHaveLength(1);
    const next = await pool.run({ scenario: scenarioOf(), replicates: [0] });
    pool.close();
    expect(digests(next.results)).toEqual(digests(alone(scenarioOf(), 1)));
  });

  test('gives up a future in the middle when nobody waits for it any more', async () => {
    const pool = new Pool(openThread, 1);
    const long = scenarioOf({ system: { preset: 'made-up' }, years: 60 });
    const timed = async (job: () => Promise<unknown>): Promise<number> => {
      const begin = performance.now();
      await job();
      return performance.now() - begin;
    };
    const whole = () => pool.run({ scenario: long, replicates: [0] });
    await whole(); // what is made once is made
    const usual = await timed(whole);
    const stop = new AbortController();
    const given = pool.run({ scenario: long, replicates: [1] }, { signal: stop.signal });
    setTimeout(() => stop.abort(new Error('no more')), usual / 8);
    await expect(given).rejects.toThrow('no more');
    const next = scenarioOf({ system: { preset: 'made-up' }, years: 1 });
    let results: readonly Results[] = [];
    const waited = await timed(async () => {
      ({ results } = await pool.run({ scenario: next, replicates: [0] }));
    });
    pool.close();
    expect(digests(results)).toEqual(digests(alone(next, 1)));
    expect(waited).toBeLessThan(usual / 2);
  });

  test('rejects what a worker dies of, and opens another', async () => {
    const files = [new URL('data:text/javascript,setTimeout(() => process.exit(3), 20)')];
    const pool = new Pool(() => openThread(files.pop()), 1);
    await expect(pool.run({ scenario: scenarioOf(), replicates: [0] })).rejects.toThrow('ended early, with code 3');
    const { results } = await pool.run({ scenario: scenarioOf(), replicates: [0] });
    pool.close();
    expect(results).toHaveLength(1);
  });

  test('rejects the error of a worker with its words', async () => {
    const pool = new Pool(openThread, 1);
    const job = pool.run({
      scenario: { ...scenarioOf(), title: 'x', strategy: { kind: 'unheard of' } } as Scenario,
      replicates: [0],
    });
    await expect(job).rejects.toThrow('unheard of');
    pool.close();
  });

  test('refuses a future asked for twice, which it could never count', async () => {
    const pool = new Pool(openThread, 1);
    await expect(pool.run({ scenario: scenarioOf(), replicates: [3, 3] })).rejects.toThrow(RangeError);
    pool.close();
  });

  test('opens one worker for a small job and all of them for a large one', async () => {
    let opened = 0;
    const count = () => {
      opened++;
      return openThread();
    };
    const small = new Pool(count, 3);
    await small.run({ scenario: scenarioOf(), replicates: [0, 1] });
    small.close();
    expect(opened).toBe(1);
    opened = 0;
    const large = new Pool(count, 3);
    const job = large.run({ scenario: scenarioOf({ years: 30 }), replicates: Array.from({ length: 1000 }, (_, k) => k) });
    expect(opened).toBe(3);
    large.close();
    await expect(job).rejects.toThrow('closed');
  });

  test('spreads a large job over all workers where a small one has left one idle', async () => {
    let opened = 0;
    const pool = new Pool(() => {
      opened++;
      return openThread();
    }, 3);
    await pool.run({ scenario: scenarioOf(), replicates: [0] });
    expect(opened).toBe(1);
    const job = pool.run({ scenario: scenarioOf({ years: 30 }), replicates: Array.from({ length: 1000 }, (_, k) => k) });
    expect(opened).toBe(3);
    pool.close();
    await expect(job).rejects.toThrow('closed');
  });
});

test('a job is as long as its educators, steps and years make it', () => {
  const base = lengthOf(scenarioOf());
  expect(lengthOf(scenarioOf({ years: 6 }))).toBeCloseTo(2 * base, 9);
  expect(lengthOf(scenarioOf({ stepsPerYear: 12 }))).toBeCloseTo(4 * base, 9);
  expect(lengthOf(scenarioOf({ system: { preset: 'made-up' } }))).toBeCloseTo(10 * base, 9);
});
