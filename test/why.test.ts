import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compile,
  type Ensemble,
  ensembleOf,
  parseScenario,
  type Results,
  reasons,
  type Scenario,
  type SchoolLife,
  type StoryEvent,
  settings,
  simulate,
} from '../sim/index.ts';
import { type Defaults, refusal, switchesBetween } from '../viz/panels/differences.ts';
import { meanAt, waterfallOf, wholeChange } from '../viz/panels/waterfall.ts';
import { whatIfs } from '../viz/panels/whatifs.ts';
import { headsLeft, heightOf, marksOf, metByYear, sourcesOf, tallyOf } from '../viz/panels/whyfacts.ts';
import { placed } from '../viz/panels/whylabels.ts';
import { nearbyOf } from '../viz/panels/whynear.ts';
import { panels, storyOf, yearOf } from '../words/index.ts';
import { groundOf } from '../workers/ground.ts';

const defaults: Defaults = new Map(
  settings.map(({ path, quantity: { choices, default: value } }) => [path, choices ? choices[value] : value]),
);

function scenarioOf(file: unknown): Scenario {
  const parsed = parseScenario(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const shipped: Readonly<Record<string, Scenario>> = Object.fromEntries(
  readdirSync('scenarios')
    .filter((name) => name.endsWith('.json') && name !== 'scenario.schema.json')
    .map((name) => [name.replace('.json', ''), scenarioOf(JSON.parse(readFileSync(`scenarios/${name}`, 'utf8')))]),
);
/** A plan on a quarter of the schools, so that a future takes a moment. */
const small = (plan: Scenario): Scenario => ({ ...plan, system: { preset: 'made-up', sample: 0.25 } });

/** Equal whatever the order of names. */
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      );
const runs = ({ title: _, description: __, lookFor: ___, replicates: ____, ...plan }: Scenario): unknown => sorted(plan);

describe('a school’s story', () => {
  const plan = compile(small(shipped.default));
  const all = Array.from({ length: plan.system.schoolCount }, (_, s) => s);
  const futures = [0, 1, 2].map((replicate) => simulate(plan, { replicate, record: { story: all } }));
  const postsOf = (s: number): number => plan.system.firstEducator[s + 1] - plan.system.firstEducator[s];
  const told = futures.flatMap(({ story = [], lives = [], years }) =>
    lives.map((life) => {
      const events = story.filter(({ school }) => school === life.school || school < 0);
      const school = { name: 'Hill', posts: postsOf(life.school), nameOf: (s: number) => `School#${s}` };
      return { events, life, years, school, story: storyOf({ events, life, years }, school) };
    }),
  );

  test('is one to four sentences', () => {
    expect(told.length).toBeGreaterThan(100);
    for (const { story } of told) {
      expect(story.sentences.length).toBeGreaterThanOrEqual(1);
      expect(story.sentences.length).toBeLessThanOrEqual(4);
      expect(story.text).toBe(story.sentences.map(({ text }) => text).join(' '));
    }
  });

  test('has an event or a state of the school behind every sentence', () => {
    for (const { events, years, story } of told)
      for (const sentence of story.sentences) {
        expect(sentence.events.length + sentence.rows.length, sentence.text).toBeGreaterThan(0);
        for (const event of sentence.events) expect(events).toContain(event);
        for (const row of sentence.rows) expect(years[row]).toBeDefined();
      }
  });

  test('names no year in which nothing of what it says happened', () => {
    const yearBy = (step: number): number => Math.max(1, Math.ceil(step - 1e-6));
    for (const { years, story } of told)
      for (const { text, events, rows } of story.sentences) {
        const known = new Set([...events.map(yearOf), ...rows.map((row) => yearBy(years[row]))]);
        for (const [, one, several] of text.matchAll(/year (\d+)|years (\d+(?:, \d+)* and \d+)/g))
          for (const year of one ? [one] : several.split(/, | and /)) expect(known, text).toContain(Number(year));
      }
  });

  test('names no other school than one where an educator saw it', () => {
    let named = 0;
    for (const { story } of told)
      for (const { text, events } of story.sentences)
        for (const [, school] of text.matchAll(/School#(\d+)/g)) {
          named++;
          expect(events.map(({ source }) => source)).toContain(Number(school));
        }
    expect(named).toBeGreaterThan(5);
  });

  test('speaks of using it well only where the school did', () => {
    for (const { story, life } of told) {
      const well = heightOf(life).some((height) => height >= 0.6);
      expect(/use it well/.test(story.text) && !/in no year do they|short of using/.test(story.text)).toBe(
        well && !/short of using/.test(story.text),
      );
    }
  });

  test('has words for whatever tips an adoption', () => {
    expect(Object.keys(panels.why.story.how)).toEqual(reasons.map(({ name }) => name));
  });
});

describe('the life of a school', () => {
  const plan = compile(small(shipped.default));
  const [future, digest] = [simulate(plan, { record: { story: [3, 1] } }), simulate(plan).digest];
  const record = simulate(plan, { record: 'schools' }).schools!;

  test('is the one that the map shows, and changes no number', () => {
    expect(future.digest).toBe(digest);
    expect(future.lives!.map(({ school }) => school)).toEqual([3, 1]);
    for (const { school, practice } of future.lives!)
      practice.use.forEach((share, row) => {
        expect(Math.round(255 * share)).toBe(record.use[row * record.schools + school]);
        expect(Math.round(255 * Math.max(0, practice.well[row]))).toBe(record.well[row * record.schools + school]);
      });
  });

  test('tells where an adopter saw it as the map does', () => {
    const told = future.story!.filter(({ kind, school }) => kind === 'adopted' && school === 3).map(({ source }) => source);
    const drawn = Array.from({ length: record.adoptions.length / 4 }, (_, i) => record.adoptions.slice(4 * i, 4 * i + 4))
      .filter(([, school]) => school === 3)
      .map(([, , source]) => source);
    expect(told).toEqual(drawn);
    expect(told.length).toBeGreaterThan(0);
  });

  test('is set beside the mean of schools with users, each year that somebody uses it', () => {
    const everyone = simulate(plan, { record: { story: Array.from({ length: record.schools }, (_, s) => s) } }).lives!;
    const last = everyone[0].metByUsers.coaching.length - 1;
    const users = everyone.filter(({ practice }) => practice.use[last] > 0);
    const mean = users.reduce((sum, { met }) => sum + met.coaching[last], 0) / users.length;
    expect(everyone[0].metByUsers.coaching[last]).toBeCloseTo(mean, 12);
    const [life] = future.lives!;
    const years = metByYear(life, future.years);
    for (const { year, met } of years) {
      expect(met.coaching.helps).toBeCloseTo(met.coaching.own - met.coaching.mean, 12);
      expect(met.overload.helps).toBeCloseTo(met.overload.mean - met.overload.own, 12);
      const rows = [...future.years.keys()].filter((row) => Math.ceil(future.years[row] - 1e-6) === year);
      expect(rows.some((row) => life.practice.use[row] > 0)).toBe(true);
    }
  });
});

/** A life of five yearly steps with given shares, everything else 0. */
function lifeWith(use: readonly number[], well: readonly number[], support: readonly number[] = use.map(() => 0)): SchoolLife {
  const zeros = () => new Float64Array(use.length);
  const met = {
    support: Float64Array.from(support),
    coaching: zeros(),
    peers: zeros(),
    fit: zeros(),
    leader: zeros(),
    overload: zeros(),
  };
  const practice = { use: Float64Array.from(use), well: Float64Array.from(well), owned: zeros() };
  return { school: 0, practice, met, metByUsers: met };
}
const event = (year: number, kind: string, detail = 0, source?: number): StoryEvent => ({
  year,
  school: 0,
  kind,
  post: -1,
  detail,
  ...(source !== undefined && { source }),
});
const YEARS = [0, 1, 2, 3, 4];

describe('a story told of given events', () => {
  /** A life in thirds of years over ten years, with shares from given years on. */
  const years = Array.from({ length: 31 }, (_, row) => row / 3);
  const stepped = (...from: readonly (readonly [year: number, share: number])[]): number[] =>
    years.map((year) => from.filter(([start]) => year >= start - 1e-6).at(-1)?.[1] ?? 0);
  const school = { name: 'Hill School', posts: 12, nameOf: () => 'Ferry Road' };
  const tell = (events: readonly StoryEvent[], life: SchoolLife) => storyOf({ events, life, years }, school);
  const [programme, team, cluster] = ['programme', 'team', 'cluster'].map((tipped) =>
    reasons.findIndex(({ name }) => name === tipped),
  );

  test('of a programme that comes, is used well and lasts, in the order in which it happened', () => {
    const events = [
      event(1, 'left'),
      event(2.1, 'affiliation', 2),
      event(2.5, 'adopted', programme),
      event(3, 'adopted', team, 0),
      event(3.2, 'adopted', team, 0),
      event(6, 'left', 1),
      event(7, 'stopped'),
      event(8, 'leaderLeft'),
    ];
    const life = lifeWith(stepped([3.3, 0.25], [4, 0.75]), stepped([4, 0.4], [6, 0.7]));
    const { text, events: lines } = tell(events, life);
    expect(text).toBe(
      'In year 3 the programme comes to Hill School; a teacher begins with it that year. By year 4 half of its teachers or more use it, and by year 6 they use it well. The head leaves in year 9, one teacher gives it up and one who uses it moves away. By year 10, nine of 12 use it, and use it well.',
    );
    expect(lines.map(({ from }) => from)).toEqual([1, 2.1, 2.5, 3, 6, 7, 8]);
    expect(lines[3]).toEqual({ from: 3, to: 3.2, text: 'a teacher begins, who has seen it in the same team (2 times)' });
  });

  test('of teachers who begin by themselves and stop', () => {
    const life = lifeWith(stepped([4, 0.5], [5, 0.3], [6, 0.5], [9, 0]), stepped([4, 0.3]), stepped([4, 1], [8, 0.01]));
    expect(tell([event(3.5, 'adopted', cluster, 9), event(8, 'affiliation', 5)], life).text).toBe(
      'In year 4 a teacher at Hill School begins, who has seen it at Ferry Road, a partner in the cluster. By year 4 half of its teachers or more use it, with a break in year 5; in no year do they use it well. The school leaves the programme in year 9 and support from the programme ends in year 8. In year 9 fewer than half use it. By year 10 nobody uses it.',
    );
  });

  test('of a few, and of nobody', () => {
    const few = tell([event(3.5, 'adopted', team, 0)], lifeWith(stepped([4, 0.25], [5, 0.17]), stepped()));
    expect(few.text).toContain('At no time do half of its teachers use it: at most three of 12 do, in year 4.');
    const none = lifeWith(stepped(), stepped());
    expect(tell([], none).text).toBe('In this future nobody at Hill School takes it up in 10 years.');
    expect(tell([event(2.1, 'affiliation', 2)], none).text).toBe(
      'The programme comes to Hill School in year 3, and nobody takes it up.',
    );
  });

  test('knows every kind of event that a future tells', () => {
    const plan = compile(
      scenarioOf({
        version: 1,
        title: 'All kinds',
        system: { preset: 'made-up', sample: 0.1 },
        years: 8,
        strategy: { kind: 'waves' },
        innovations: [{ name: 'first' }, { name: 'second', visibility: 0.9 }],
        events: [{ year: 2, kind: 'closure', size: 1, school: 1 }],
      }),
    );
    const everyone = Array.from({ length: plan.system.schoolCount }, (_, s) => s);
    const { story = [], lives = [], years: steps } = simulate(plan, { record: { story: everyone } });
    expect(new Set(story.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
    expect(() => storyOf({ events: story, life: lives[0], years: steps }, school)).not.toThrow();
  });
});

describe('what is drawn of a life', () => {
  const life = lifeWith([0, 0.2, 0.6, 0.8, 0.4], [0, 0.5, 0.5, 0.7, 0.7], [0, 1, 1, 0.05, 0]);
  const district = reasons.findIndex(({ name }) => name === 'district');

  test('is as high as it is used well, and nothing where fewer than half use it', () => {
    expect(heightOf(life)).toEqual([0, 0, 0.5, 0.7, 0]);
  });

  test('counts futures in which it is used, and used well', () => {
    const results = [life, lifeWith([0, 0, 0, 0.6, 0], [0, 0, 0, 0.3, 0])].map((one) => ({ lives: [one] }) as unknown as Results);
    expect(tallyOf(results, 3)).toEqual({ futures: 2, using: 2, well: 1 });
    expect(tallyOf(results, 4)).toEqual({ futures: 2, using: 0, well: 0 });
  });

  test('has its happenings beside it: where it was seen, the programme, the end of support', () => {
    const events = [event(0.5, 'adopted', district, 7), event(0.6, 'affiliation', 2), event(2.5, 'leaderLeft')];
    expect(marksOf(events, life, YEARS)).toEqual([
      { kind: 'begins', year: 0.5, source: 7 },
      { kind: 'support', year: 3, source: -1 },
      { kind: 'programme', year: 0.6, source: -1 },
    ]);
    expect(headsLeft(events)).toEqual([2.5]);
    expect(marksOf([event(2.5, 'leaderLeft')], life, YEARS)).toEqual([]);
  });

  test('knows whom it learned from up to a year', () => {
    const events = [
      event(0.5, 'adopted', district, 7),
      event(1, 'adopted', 4, 0),
      event(2, 'adopted', district, 7),
      event(3, 'adopted', district, 5),
    ];
    expect(sourcesOf(events, 2.5)).toEqual([{ school: 7, times: 2, first: events[0] }]);
    expect(sourcesOf(events, 4).map(({ school }) => school)).toEqual([7, 5]);
  });

  test('writes no word over another, and none outside the picture', () => {
    const wanted = Array.from({ length: 12 }, (_, i) => ({ label: 'head leaves', x: 10 * i, y: 80, dashed: false }));
    const frame = { left: 0, right: 200, top: 0, bottom: 160 };
    const there = placed(wanted, [{ x: 50, y: 80 }], frame);
    expect(there.length).toBeGreaterThan(2);
    for (const [i, one] of there.entries()) {
      expect(one.labelX).toBeGreaterThan(30);
      expect(one.labelX).toBeLessThan(170);
      for (const other of there.slice(0, i))
        expect(Math.abs(one.labelX - other.labelX) >= 70 || Math.abs(one.labelY - other.labelY) >= 15).toBe(true);
    }
  });

  test('keeps schools around it apart and on the sheet', () => {
    const { system } = compile(small(shipped.default));
    const { schools, ties } = nearbyOf(groundOf(system), 3, [20, 30], 500, 230);
    expect(schools.slice(0, 3).map(({ school }) => school)).toEqual([3, 20, 30]);
    for (const [i, one] of schools.entries()) {
      expect(one.x >= 0 && one.x <= 500 && one.y >= 0 && one.y <= 230).toBe(true);
      for (const other of schools.slice(0, i)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(12);
    }
    for (const [a, b] of ties) expect(a).not.toBe(b);
  });
});

describe('what if', () => {
  /** Paths at which two plans differ, an array being one value. */
  function paths(a: unknown, b: unknown, path = ''): string[] {
    const isNode = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
    if (!isNode(a) || !isNode(b)) {
      if (isNode(b) && a === undefined) return Object.keys(b).flatMap((name) => paths(undefined, b[name], `${path}.${name}`));
      return JSON.stringify(a) === JSON.stringify(b) ? [] : [path.slice(1)];
    }
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((name) => paths(a[name], b[name], `${path}.${name}`));
  }

  test.each(Object.entries(shipped))('changes exactly one setting of %s, and the plan still runs', (_, plan) => {
    const asked = whatIfs(plan, defaults);
    expect(asked[0]).toEqual({ name: 'planned', plan, path: null });
    expect(asked.length).toBeGreaterThanOrEqual(4);
    for (const { path, plan: changed } of asked.slice(1)) {
      expect(paths(plan, changed)).toEqual([path]);
      expect(parseScenario(changed).ok).toBe(true);
    }
  });

  test('halves a level however it is written, dated changes too, and leaves out what would change nothing', () => {
    const of = (level: unknown, rest = {}): Scenario =>
      ({ ...shipped.default, ingredients: { elevatingTeachers: level, flexibleAdaptation: 0 }, ...rest }) as Scenario;
    const support = (plan: Scenario): Scenario => whatIfs(plan, defaults).find(({ name }) => name === 'support')!.plan;
    expect(support(of(0.8)).ingredients).toMatchObject({ elevatingTeachers: 0.4 });
    expect(support(of([{ year: 0, level: 0.2 }])).ingredients).toMatchObject({ elevatingTeachers: [{ year: 0, level: 0.1 }] });
    expect(support(of('year / 20')).ingredients).toMatchObject({ elevatingTeachers: '0.5 * (year / 20) + 0' });
    const changes = [{ year: 4, set: { 'ingredients.elevatingTeachers': 0.6, 'collaboration.depth': 1 } }];
    expect(support(of(0.8, { changes })).changes).toEqual([
      { year: 4, set: { 'ingredients.elevatingTeachers': 0.3, 'collaboration.depth': 1 } },
    ]);
    expect(whatIfs(of(0.8), defaults).map(({ name }) => name)).not.toContain('script');
  });

  test('lets money last longer where it is outside money that ends', () => {
    const pathOf = (finance: Scenario['finance']) =>
      whatIfs({ ...shipped.default, finance }, defaults).find(({ name }) => name === 'money')?.path;
    expect(pathOf({})).toBe('finance.pilotYears');
    expect(pathOf({ stopYear: 6 })).toBe('finance.stopYear');
    expect(pathOf({ regime: 'own-budget' })).toBeUndefined();
  });
});

describe('differences between plans', () => {
  const pairs = Object.keys(shipped).flatMap((a) => Object.keys(shipped).map((b) => [a, b] as const));

  test('of all shipped plans: none with itself, and all switches together make one of the other', () => {
    for (const [x, y] of pairs) {
      const [a, b] = [shipped[x], shipped[y]];
      if (refusal(a, b)) continue;
      const switches = switchesBetween(a, b, defaults);
      if (x === y) expect(switches).toEqual([]);
      const turned = switches.reduce((plan, { turn }) => turn(plan), b);
      const left = switchesBetween(a, turned, defaults);
      expect(left.map(({ kind, path }) => `${x} ${y} ${kind} ${path}`)).toEqual([]);
    }
  });

  test('are the ones that a reader of the files would name', () => {
    const named = (a: string, b: string) =>
      switchesBetween(shipped[a], shipped[b], defaults).map(({ kind, path }) => [kind, path]);
    expect(named('default', 'mandate')).toEqual([['rollout', '']]);
    expect(named('shocks', 'default')).toEqual([
      ['events', ''],
      ['rules', ''],
    ]);
    expect(named('story-education-cluster', 'default')).toEqual([
      ['strategy', 'strategy.partners'],
      ['strategy', 'strategy.coDesign'],
      ['strategy', 'strategy.adultLearning'],
      ['ingredient', 'ingredients.flexibleAdaptation'],
      ['ingredient', 'ingredients.elevatingTeachers'],
      ['ingredient', 'ingredients.alliances'],
      ['fragmentation', ''],
      ['collaboration', ''],
      ['innovations', ''],
      ['parameters', ''],
    ]);
    expect(named('default', 'default')).toEqual([]);
    expect(named('vendor', 'story-single-vendor')[0]).toEqual(['rollout', '']);
  });

  test('do not count what a plan says as the engine would anyway', () => {
    const { ingredients: _, ...silent } = shipped.default;
    const said = { ...silent, ingredients: { alliances: defaults.get('ingredients.alliances') as number }, fragmentation: {} };
    expect(switchesBetween(said as Scenario, silent as Scenario, defaults)).toEqual([]);
    const dial = Number(defaults.get('fragmentation.structural'));
    const same = ['structural', 'initiative', 'policy'].every((part) => defaults.get(`fragmentation.${part}`) === dial);
    expect(switchesBetween({ ...shipped.default, fragmentation: dial }, shipped.default, defaults).length).toBe(same ? 0 : 1);
  });

  test('beyond twelve are one', () => {
    const every = Object.fromEntries(Object.keys(shipped.default.ingredients!).map((name) => [name, 0.9]));
    const b = { ...shipped.mandate, ingredients: every } as Scenario;
    const switches = switchesBetween(shipped.default, b, defaults);
    expect(switches).toHaveLength(12);
    expect(switches[11].kind).toBe('rest');
    expect(runs(switches.reduce((plan, { turn }) => turn(plan), b))).toEqual(runs(shipped.default));
  });

  test('are refused on other schools, other years and other luck', () => {
    const { default: plan } = shipped;
    expect(refusal(plan, { ...plan, system: { preset: 'made-up', sample: 0.5 } })).toBe('system');
    expect(refusal(plan, { ...plan, years: 10 })).toBe('years');
    expect(refusal(plan, { ...plan, stepsPerYear: 4 })).toBe('years');
    expect(refusal(plan, { ...plan, seed: 2 })).toBe('seed');
    expect(refusal(plan, { ...plan, seed: 1, title: 'other' })).toBeNull();
  });
});

describe('the waterfall', () => {
  const futuresOf = (plan: Scenario): Ensemble => {
    const made = compile(small({ ...plan, years: 6 }));
    return ensembleOf(
      plan.title,
      Array.from({ length: 6 }, (_, replicate) => simulate(made, { replicate })),
    );
  };

  test.each(['schoolsInUse', 'schoolsWell'])('of %s adds up exactly to the whole difference', (metric) => {
    const [a, b] = [shipped['story-education-cluster'], shipped.mandate];
    const switches = switchesBetween(a, b, defaults);
    const chain = [b];
    for (const { turn } of switches) chain.push(turn(chain[chain.length - 1]));
    const ensembles = chain.map(futuresOf);
    const row = ensembles[0].years.length - 1;
    const { start, end, steps } = waterfallOf(ensembles, metric, row);
    expect(steps).toHaveLength(switches.length);
    expect(steps[0].from).toBe(start);
    expect(steps.at(-1)!.to).toBe(end);
    for (const [i, step] of steps.entries()) {
      if (i > 0) expect(step.from).toBe(steps[i - 1].to);
      expect(step.low).toBeLessThanOrEqual(step.high);
    }
    expect(end).toBe(meanAt(futuresOf(a), metric, row, 6));
    expect(steps.reduce((sum, step) => sum + wholeChange(step), 0)).toBe(Math.round(end) - Math.round(start));
  });

  test('sets each step’s spread over futures beside its mean', () => {
    const made = (values: readonly number[]): Ensemble =>
      ensembleOf(
        'made',
        values.map((value, replicate) => ({
          replicate,
          seed: '1',
          years: Float64Array.of(0),
          columns: { m: Float64Array.of(value) },
          digest: String(replicate),
        })),
      );
    const { start, end, steps } = waterfallOf([made([0.1, 0.1]), made([0.2, 0.4])], 'm', 0);
    expect(start).toBeCloseTo(10, 9);
    expect(end).toBeCloseTo(30, 9);
    expect(steps[0].low).toBeCloseTo(11, 9);
    expect(steps[0].high).toBeCloseTo(29, 9);
  });
});
