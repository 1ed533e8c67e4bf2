/** What any sound model must show: nothing comes of nothing, and neither size nor the length of steps changes what is said. */
import { systemQuantities } from '../../../../sim/index.ts';
import { byDefault, levels, quarter, unlike } from '../arms.ts';
import { at, differenceOf, meanOf, shareOf } from '../estimate.ts';
import { type Pattern, pattern } from '../pattern.ts';

/** Districts as unlike each other as their keys, beside a system of ten times their size in all that counts. */
const keys = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const { schools, districts, area } = systemQuantities;
const tenfold = {
  schools: 10 * schools.default,
  districts: 10 * districts.default,
  area: 10 * area.default,
};
const sizes = ['schoolsInUse', 'qualityReach', 'fidelity', 'ownership'] as const;

export const sound: readonly Pattern[] = [
  pattern({
    id: 'S11',
    title: 'Nothing seeded, nothing spreads',
    claim: 'Where nobody begins, nobody follows.',
    source: 'The model’s specification, section 8.',
    grade: 'D',
    quick: true,
    arms: {
      none: {
        wish: unlike({ system: quarter, strategy: { kind: 'organic', seedSchools: 0, fellowships: 0 }, localVariants: 0 }),
        futures: 16,
      },
    },
    statistics: [{ label: 'adopters ever', unit: 'per post', band: [0, 0], of: ({ none }) => meanOf(at(none, 'adoptersEver')) }],
    reading: 'No seed schools, no rollout, no fellows, no room for inventions of educators’ own.',
  }),
  pattern({
    id: 'S12',
    title: 'Without ingredients and without a rollout nothing grows',
    claim: 'A few schools begin; with nothing in its favour it stays with them or goes.',
    source: 'The model’s specification, section 8.',
    grade: 'D',
    quick: true,
    arms: {
      organic: { wish: unlike({ ingredients: levels(0.2), strategy: { kind: 'organic' } }), futures: 64 },
    },
    statistics: [
      {
        label: 'below 5% of schools after 15 years',
        unit: 'of futures',
        band: [0.8, 1],
        of: ({ organic }) => shareOf(at(organic, 'schoolsInUse').map((share) => share < 0.05)),
      },
    ],
    reading: 'The default innovation and its six schools, all 14 ingredients at 0.2, organic.',
  }),
  pattern({
    id: 'S13',
    title: 'Ten times larger, the same means',
    claim: 'With seeds, money and coaches in proportion, a system of 2,120 schools goes on average as systems of 212 do.',
    source: 'The model’s specification, section 8; tolerance of 0.07 ours.',
    grade: 'D',
    arms: {
      large: { wish: unlike({ system: { preset: 'made-up', statistics: tenfold } }), futures: 24 },
      ...Object.fromEntries(
        keys.map((key) => [`small${key}`, { wish: unlike({ system: { preset: 'made-up', key } }), futures: 24 }]),
      ),
    },
    statistics: sizes.map((metric) => ({
      label: `${metric}, large less small, year 15`,
      unit: '',
      band: [-0.07, 0.07] as const,
      of: (futures) => {
        const large = meanOf(at(futures.large, metric));
        // A system's make-up is chance too: the error is between systems.
        const small = meanOf(keys.map((key) => meanOf(at(futures[`small${key}`], metric)).value));
        return { value: large.value - small.value, standardError: Math.hypot(large.standardError, small.standardError) };
      },
    })),
    reading:
      'One made-up system of ten times the schools, districts and area beside six of the usual size, made anew each. Seeds and coaches are per 100 schools, money per learner.',
  }),
  pattern({
    id: 'S14',
    title: 'Finer steps, the same means',
    claim: 'Whether slow things move three or twelve times a year makes little difference.',
    source: 'The model’s specification, section 8; tolerance of 0.03 ours.',
    grade: 'D',
    arms: {
      three: { wish: { ...byDefault, stepsPerYear: 3 }, futures: 128 },
      twelve: { wish: { ...byDefault, stepsPerYear: 12 }, futures: 128 },
    },
    statistics: sizes.map((metric) => ({
      label: `${metric}, twelve less three steps a year, year 15`,
      unit: '',
      band: [-0.03, 0.03] as const,
      of: ({ three, twelve }) => differenceOf(at(twelve, metric), at(three, metric)),
    })),
    reading:
      'The default district with the same futures. Events of educators are resolved by the month either way. Two things hang on the step. Projects arrive in a district at most once a step, by chance, which brings 1.2 instead of 1.6 a year at three steps: schools are overloaded by half a project less. And who begins within a step is credited with the whole step’s practice.',
  }),
];
