/** What a scenario file may say, written from the rows. The JSON Schema that editors complete by is made from this. */
import { z } from 'zod';
import { ingredients } from '../ingredients.ts';
import { innovationQuantities } from '../innovation.ts';
import {
  collaboration,
  type EventPlace,
  eventKinds,
  eventPlaces,
  finance,
  forceQuantities,
  foundationQuantities,
  fragmentation,
  rollout,
} from '../levers.ts';
import { boundsOf, type Quantities, type Quantity } from '../quantity.ts';
import { effectQuantity, parameterGroups } from '../settings.ts';
import { strategies } from '../strategies/index.ts';
import { presetNames, systemQuantities } from '../system/index.ts';
import { MAX_INNOVATIONS, MAX_ROLLOUTS } from './bounds.ts';

// No new Function: pages forbid it.
z.config({ jitless: true });

export const SCENARIO_VERSION = 1;

const formula = z.string().min(1).max(500).describe('A formula in year, such as "0.2 + 0.6 * ramp(year, 2, 6)".');
const about = (row: Quantity): string =>
  [
    `${row.label} (${row.unit}).`,
    row.about,
    `Default ${row.choices ? row.choices[row.default] : row.default}; grade ${row.grade}: ${row.source}.`,
  ]
    .filter(Boolean)
    .join(' ');

function plain(row: Quantity) {
  if (row.choices) return z.enum([...row.choices] as [string, ...string[]]).describe(about(row));
  const [min, max] = boundsOf(row);
  return (row.whole ? z.int() : z.number()).min(min).max(max).describe(about(row));
}

/** A number, or a curve over the years. */
const curve = (row: Quantity) => (row.choices ? plain(row) : z.union([plain(row), formula]).describe(about(row)));

const optional = (rows: Quantities, make: (row: Quantity) => z.ZodType) =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, make(row).optional()]));

const group = (rows: Quantities, make: (row: Quantity) => z.ZodType = curve) => z.strictObject(optional(rows, make));

const year = z.number().min(0).max(100).describe('Years since the start; 0 is the first day.');
const level = z.number().min(0).max(1);
const schedule = z.array(z.strictObject({ year, level })).min(1).max(200).describe('Levels from given years on.');

const ingredientLevels = z
  .strictObject(
    Object.fromEntries(
      ingredients.map((i) => [
        i.name,
        z
          .union([level, formula, schedule])
          .describe(`${i.label} (${i.term}): ${i.definition} Level 0-1; 0 is absent.`)
          .optional(),
      ]),
    ),
  )
  .describe('The 14 core ingredients.');

const fragmentationDial = z
  .union([level.describe('All three parts at once.'), group(fragmentation)])
  .describe('Fragmentation: one dial, or its three parts.');

const stage = z.strictObject({
  kind: z
    .enum(strategies.map(({ name }) => name) as [string, ...string[]])
    .describe(strategies.map((s) => `${s.name}: ${s.label}.`).join(' ')),
  from: year.optional().describe('Year in which this stage takes over; the first starts at 0.'),
  ...optional(rollout, plain),
  ...Object.fromEntries(
    strategies
      .filter((s) => Object.keys(s.parameters).length > 0)
      .map((s) => [s.name, group(s.parameters, plain).optional().describe(`Settings of: ${s.label}.`)]),
  ),
});

const value = z.union([z.number(), z.string().max(500)]);
const set = z
  .record(z.string().max(120), value)
  .describe('Paths and their new values, such as {"ingredients.alliances": 0.8, "strategy.kind": "gated"}.');

const name = z.string().min(1).max(120);
const text = z.string().max(2000);

const systemSchema = z.union([
  z.strictObject({
    preset: z.enum(presetNames as unknown as [string, ...string[]]).describe('Made-up schools with measured statistics.'),
    sample: z.number().gt(0).max(1).optional().describe('Share of the schools to make.'),
    key: name.optional().describe('Text that the schools and their ties are drawn from.'),
    statistics: group(systemQuantities, plain).optional(),
  }),
  z.strictObject({
    file: z.string().min(1).max(500).describe('A CSV file of schools, beside the scenario.'),
    columns: z
      .record(z.string().max(60), z.union([z.string().max(200), z.array(z.string().max(200)), z.null()]))
      .optional()
      .describe(
        'Which column is which, where the header does not say; null: none, although one would fit. A column of regions is read where it is named here.',
      ),
    key: name.optional(),
  }),
  z.strictObject({ nodes: z.string().min(1).max(500), edges: z.string().min(1).max(500), key: name.optional() }),
]);

export const scenarioSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(SCENARIO_VERSION).describe('Version of this format.'),
    title: name,
    description: text.optional(),
    lookFor: text.optional().describe('What to look for in the result.'),
    system: systemSchema.describe('Who and where.'),
    years: z.int().min(1).max(60).describe('Years to run; 5 to 30 is usual.'),
    stepsPerYear: z.int().min(1).max(12).optional().describe('Reporting steps a year; 3 terms by default.'),
    seed: z
      .union([z.string().min(1).max(200), z.int()])
      .optional()
      .describe('Text or number that futures are drawn from; "1" by default.'),
    replicates: z.int().min(1).max(1_000_000).optional().describe('Futures to run where the command line does not say.'),
    ingredients: ingredientLevels.optional(),
    fragmentation: fragmentationDial.optional(),
    collaboration: group(collaboration).optional().describe('Intensity and depth, and how far it is compelled.'),
    forces: z
      .strictObject(Object.fromEntries(Object.entries(forceQuantities).map(([force, rows]) => [force, group(rows).optional()])))
      .optional()
      .describe('The five external forces.'),
    foundations: group(foundationQuantities).optional().describe('What is scaled now for every innovation.'),
    finance: group(finance).optional(),
    innovations: z
      .array(z.strictObject({ name, ...optional(innovationQuantities, plain) }))
      .min(1)
      .max(MAX_INNOVATIONS)
      .optional()
      .describe('The innovations that compete; the first is rolled out unless the strategy says otherwise.'),
    localVariants: z
      .int()
      .min(0)
      .max(MAX_INNOVATIONS - 1)
      .optional()
      .describe('Room for innovations that educators make themselves; 2 by default.'),
    strategy: z
      .union([stage, z.array(stage).min(1).max(20)])
      .optional()
      .describe('One rollout, or stages one after another.'),
    rollouts: z
      .array(
        z.strictObject({
          kind: z.enum(strategies.map(({ name }) => name) as [string, ...string[]]),
          regions: z
            .array(z.int().min(0))
            .min(1)
            .max(1000)
            .optional()
            .describe('Places of the regions all of whose districts choose it.'),
          districts: z.array(z.int().min(0)).min(1).max(1000).optional().describe('Places of the districts that choose it.'),
          schools: z
            .array(z.int().min(0))
            .min(1)
            .max(10_000)
            .optional()
            .describe('Places of the schools of a network that chooses it, wherever they lie.'),
        }),
      )
      .min(1)
      .max(MAX_ROLLOUTS)
      .optional()
      .describe('Rollouts that districts or networks of schools choose for themselves, with the settings of the plan.'),
    pilots: z
      .array(z.int().min(0))
      .min(1)
      .max(10_000)
      .optional()
      .describe('Places of the schools that it begins in, instead of those that the rollout would choose.'),
    regionsFirst: z
      .array(z.int().min(0))
      .max(1000)
      .optional()
      .describe('Places of the regions whose schools are invited before others.'),
    coachedFirst: z
      .array(z.int().min(0))
      .max(1000)
      .optional()
      .describe('Places of the districts whose schools are invited before others.'),
    events: z
      .array(
        z.strictObject({
          year,
          kind: z.enum(Object.keys(eventKinds) as [string, ...string[]]).describe(
            Object.entries(eventKinds)
              .map(([k, e]) => `${k}: ${e.about}`)
              .join(' '),
          ),
          size: z.number().min(-10).max(10).optional(),
          ...(Object.fromEntries(
            eventPlaces.map((place) => [
              place,
              z.int().min(0).optional().describe(`Place of the ${place}; everywhere without any place.`),
            ]),
          ) as Record<EventPlace, z.ZodOptional<z.ZodInt>>),
        }),
      )
      .max(500)
      .optional(),
    rules: z
      .array(
        z.strictObject({
          when: formula.describe('A formula over the metrics, the settings and year; the rule fires when it is not 0.'),
          set,
          once: z.boolean().optional().describe('True (the default): fires once.'),
          about: text.optional(),
        }),
      )
      .max(50)
      .optional()
      .describe('Adaptive rules, looked at once a step.'),
    changes: z.array(z.strictObject({ year, set })).max(500).optional().describe('Dated changes of any setting.'),
    parameters: z
      .strictObject(
        Object.fromEntries(Object.entries(parameterGroups).map(([process, rows]) => [process, group(rows, plain).optional()])),
      )
      .optional()
      .describe('Assumptions of the model, for those who want to question them.'),
    effects: z
      .strictObject(
        Object.fromEntries(
          ingredients.map((i) => [
            i.name,
            z
              .strictObject(Object.fromEntries(i.effects.map((e) => [e.target, plain(effectQuantity(i, e)).optional()])))
              .optional(),
          ]),
        ),
      )
      .optional()
      .describe('What each ingredient does to the parameters it acts on, per unit of level.'),
  })
  .describe('A scenario of Taking Root: who, what is done, over how many years.');

export type Scenario = z.infer<typeof scenarioSchema>;

/** The JSON Schema for editors. */
export const scenarioJsonSchema = (): unknown => ({
  title: 'Taking Root scenario',
  ...z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12', reused: 'ref' }),
});
