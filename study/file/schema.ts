/** What a study file may say. The JSON Schema that editors complete by is made from this. */
import { z } from 'zod';
import { timesTo } from '../../sim/index.ts';

// No new Function: pages forbid it.
z.config({ jitless: true });

export const STUDY_VERSION = 1;
/** More would be no study: 10^7 points of one future are 28 core-hours at 10 ms each. */
export const MOST_POINTS = 10_000_000;

const name = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[A-Za-z][\w.-]*$/, 'expected a letter, then letters, digits, points, hyphens or underscores: it heads a column')
  .describe('What the column of results is called.');
const label = z.string().min(1).max(200).optional().describe('What people read in place of the name.');
const text = z.string().max(2000);
const path = z.string().min(1).max(160);
const value = z.union([z.number(), z.string().min(1).max(200)]);
const scenario = z.union([
  z.string().min(1).max(500).describe('A scenario that comes with the program, or a file beside the study.'),
  z.looseObject({ version: z.number(), title: z.string() }).describe('A scenario written here.'),
]);

const distribution = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('uniform'), low: z.number(), high: z.number() }),
    z.strictObject({ kind: z.literal('logUniform'), low: z.number().gt(0), high: z.number().gt(0) }),
    z.strictObject({ kind: z.literal('triangular'), low: z.number(), mode: z.number(), high: z.number() }),
    z.strictObject({
      kind: z.literal('normal'),
      mean: z.number(),
      sd: z.number().gt(0),
      low: z.number().describe('Nothing below this is drawn: a normal distribution is cut off on both sides.'),
      high: z.number(),
    }),
  ])
  .describe('How likely each value is. Designs that go by levels take the two ends.');

const levels = z.array(value).min(2).max(1000).describe('The values to try: numbers, or names of choices.');
const range = z.tuple([z.number(), z.number()]).describe('Lowest and highest value, all between equally likely.');
const plans = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(60),
      set: z.record(path, value).describe('Paths and their values, such as {"strategy.kind": "waves"}.'),
    }),
  )
  .min(2)
  .max(200)
  .describe('Named sets of values, of which one holds at a time.');

const moved = {
  path: path.optional().describe('What to vary, as `taking-root list settings` writes it: ingredients.champions.'),
  paths: z.array(path).min(1).max(100).optional().describe('Several settings that move together, each to the same value.'),
};

const factor = z
  .strictObject({
    name: name.optional(),
    label,
    ...moved,
    levels: levels.optional(),
    range: range.optional(),
    distribution: distribution.optional(),
    baseline: value.optional().describe('Where a one-at-a-time design stays while other factors move.'),
    plans: plans.optional(),
    scenarios: z
      .union([
        z.literal('all').describe('Every scenario that comes with the program.'),
        z
          .array(z.union([z.string().min(1).max(500), z.strictObject({ name: z.string().min(1).max(60), scenario })]))
          .min(2)
          .max(200),
      ])
      .optional()
      .describe('Scenarios, of which each takes the place of the base in turn.'),
  })
  .describe('One input to vary. Without levels, range or distribution a setting takes the range that its evidence leaves open.');

const many = z
  .strictObject({
    all: z.string().min(1).max(120).describe('The first part of paths, such as ingredients or parameters.decision.'),
    levels: levels.optional(),
    range: range.optional(),
  })
  .describe('Every setting below a path, each a factor of its own.');

const points = z.int().min(1).max(MOST_POINTS);
const scrambled = z
  .boolean()
  .optional()
  .describe('True (the default): shuffled by the seed so that every point is uniform and the even spread stays.');

const design = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('factorial') }).describe('Every combination of levels; a range gives its two ends.'),
    z
      .strictObject({ kind: z.literal('fraction'), resolution: z.int().min(3).max(6) })
      .describe(
        'A share of all combinations of two levels. Resolution VI: no effect of one or two factors is mixed with one of three either; V: no effect of one or two factors is mixed with another such; IV: none of one factor with one of two; III: none of one with another of one.',
      ),
    z
      .strictObject({ kind: z.literal('grid'), steps: z.int().min(2).max(1000) })
      .describe('Every combination of levels, with so many evenly spread values of each range.'),
    z
      .strictObject({
        kind: z.literal('list'),
        rows: z.union([
          z.array(z.record(z.string(), value)).min(1).max(100_000),
          z.string().min(1).max(500).describe('A CSV file beside the study: a column a factor, a row a point.'),
        ]),
      })
      .describe('Points written out: a value for every factor, by name.'),
    z
      .strictObject({ kind: z.literal('latinHypercube'), points, centred: z.boolean().optional() })
      .describe('Each factor spread over as many equal strata as there are points, in an order of its own.'),
    z
      .strictObject({ kind: z.literal('sobol'), points, skip: z.int().min(0).max(MOST_POINTS).optional(), scrambled })
      .describe('A Sobol sequence: evenly spread however far it has come. Best with a power of 2.'),
    z
      .strictObject({
        kind: z.literal('saltelli'),
        base: points.describe('Rows of each of the two base matrices; a power of 2 is best.'),
        second: z.boolean().optional().describe('True: also the rows for pairs (BA), so base × (2 factors + 2) points.'),
        scrambled,
      })
      .describe('For Sobol indices: base × (factors + 2) points.'),
    z
      .strictObject({
        kind: z.literal('morris'),
        trajectories: points,
        levels: z
          .int()
          .min(2)
          .max(100)
          .refine((p) => p % 2 === 0, 'expected an even number'),
      })
      .describe('Walks that change one factor at a time: trajectories × (factors + 1) points.'),
    z
      .strictObject({ kind: z.literal('oneAtATime'), steps: z.int().min(2).max(1000).optional() })
      .describe('The baseline, and each factor alone at its other levels, its two ends or so many steps.'),
    z
      .strictObject({ kind: z.literal('plans') })
      .describe('Every combination of choices: rollouts, named plans, scenarios. All factors are choices.'),
  ])
  .describe('Which combinations of values are tried.');

const expression = {
  metric: z.string().min(1).max(120).optional().describe('A measure, as `taking-root list metrics` writes it.'),
  formula: z.string().min(1).max(500).optional().describe('A formula over measures, such as schoolsWell - schoolsOwned.'),
};
const year = z.number().min(0).max(60);

const outcome = z
  .strictObject({
    name,
    label,
    unit: z.string().max(60).optional().describe('Of a formula; a measure brings its own.'),
    ...expression,
    year: year.optional().describe('When it is read.'),
    over: z.enum(['last', 'mean', 'max', 'min', 'slope']).optional().describe('In place of a year: over the whole run.'),
    from: year.optional().describe('First year that counts for over and reaches.'),
    to: year.optional().describe('Last year that counts for over and reaches.'),
    reaches: z.number().optional().describe('In place of a year: the first year in which it is this or more; missing if never.'),
  })
  .describe(`One number of each future. ${timesTo.map((share) => `timeTo${100 * share}`).join(', ')} are measures too.`);

export const studySchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(STUDY_VERSION).describe('Version of this format.'),
    title: z.string().min(1).max(200),
    description: text.optional(),
    lookFor: text.optional().describe('What to look for in the result.'),
    base: scenario.describe('What holds where no factor says otherwise: a scenario’s name, its file, or the scenario itself.'),
    factors: z
      .union([
        many,
        z
          .array(z.union([factor, many]))
          .min(1)
          .max(1000),
      ])
      .describe('What is varied.'),
    design,
    replicates: z.int().min(1).max(1_000_000).describe('Futures of each point.'),
    luck: z
      .enum(['same', 'independent'])
      .optional()
      .describe('same (the default): future k of every point shares its luck, so that points differ by what was set.'),
    seed: z
      .union([z.string().min(1).max(200), z.int()])
      .optional()
      .describe('Text or number that futures and designs are drawn from; "1" by default.'),
    outcomes: z.array(outcome).min(1).max(200).describe('What is kept of each future.'),
  })
  .describe('A study of Taking Root: what is varied, at which points, and what is kept.');

/** A study file whose shape is sound. */
export type StudyFile = z.infer<typeof studySchema>;
export type FactorWish = z.infer<typeof factor>;
export type DesignWish = z.infer<typeof design>;
export type OutcomeWish = z.infer<typeof outcome>;
export type Distribution = z.infer<typeof distribution>;

/** The JSON Schema for editors. */
export const studyJsonSchema = (): unknown => ({
  title: 'Taking Root study',
  ...z.toJSONSchema(studySchema, { io: 'input', target: 'draft-2020-12', reused: 'ref' }),
});
