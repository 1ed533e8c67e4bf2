/** Money: three pots one after another, earmarked lines, and books that balance in every step. */

import { affiliation, fundingPhases, isInProgramme } from '../agents/schools.ts';
import { clamp, pow } from '../arithmetic.ts';
import { ingredientCharge } from '../ingredients.ts';
import { defineProcess, type Model } from '../model.ts';
import type { Values } from '../quantity.ts';
import { placeInQueue } from '../queue.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

const parameters = {
  flexible: { ...share, label: 'Money that may move between lines and years', range: [0, 1], default: 0 },
  middle: {
    ...share,
    label: 'Middle-phase money available',
    range: [0, 1],
    default: 0,
    source: 'assumed; the gap between pilot and scale: Millions Learning 2016',
  },
  longTerm: { ...share, label: 'Long-term money available', range: [0, 1], default: 0, source: 'assumed' },
  demand: {
    ...share,
    label: 'Protection from cuts by community demand',
    range: [0, 0.6],
    default: 0.3,
    source: 'assumed; source document “How to scale personalized learning” on community buy-in',
  },
  middleYears: {
    label: 'Years of middle-phase money',
    unit: 'years',
    range: [2, 8],
    bounds: [0, 60],
    default: 5,
    grade: 'D',
    source: 'assumed',
  },
  trainingShare: { ...share, label: 'Share of money earmarked for training and materials', range: [0.2, 0.5], default: 0.3 },
  coachingShare: { ...share, label: 'Share of money earmarked for coaching', range: [0.2, 0.6], default: 0.4 },
  economies: {
    label: 'Fall of unit cost per tenfold growth',
    unit: 'share',
    range: [0, 0.3],
    bounds: [0, 0.9],
    default: 0.1,
    grade: 'D',
    source: 'assumed economies of scale',
  },
  cheapest: {
    label: 'Lowest unit cost that size alone brings',
    unit: 'share of the cost at ten schools',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed; people’s time does not become cheap',
  },
  singleDiscount: {
    ...share,
    label: 'Saved by buying from one provider',
    range: [0.05, 0.3],
    default: 0.15,
    source: 'assumed; evidence I19',
  },
  multiDiscount: {
    ...share,
    label: 'Saved by central purchase from several providers',
    range: [0, 0.2],
    default: 0.08,
    source: 'assumed; New York City bought from several (source document “Scale what?”)',
  },
  thrift: { ...share, label: 'Cost saved by cost-effective design at equal dose', range: [0, 0.5], default: 0 },
  running: { ...share, label: 'Share of coaching kept once a school is mainstreamed', range: [0.3, 0.8], default: 0.5 },
  technology: { ...share, label: 'Technology bought', range: [0, 1], default: 0.2 },
} as const;

const MAINSTREAMED = affiliation('mainstreamed');
const [, PILOT, MIDDLE, LONG] = fundingPhases.map((_, i) => i);

export const finance = defineProcess({
  name: 'finance',
  label: 'Finance',
  about:
    "Pilot money for a few years, then middle-phase money, then public money in districts that have adopted the policy, each only as far as its ingredient provides. Money comes in lines; only what is flexible moves between them or into the next year. The ingredients' own charges come first, then training and coaching, then technology. When money falls short, support thins out: evenly over all schools, or fully for the first in the queue, as effort is on breadth or depth. After the deadline a school whose running cost is above public money per learner is on its own.",
  acts: 'step',
  parameters,
  writes: [
    'schools.support',
    'schools.funding',
    'schools.public',
    'schools.cost',
    'state.begun',
    'state.coverage',
    'state.opening',
    'state.income',
    'state.spent',
    'state.carried',
    'state.lapsed',
    'state.spentSoFar',
    'state.reported',
    'state.devices',
  ],
  run(model, p) {
    const { state, levers, time } = model;
    const learners = totalLearners(model);
    const need = needs(model, p);
    if (state.begun[0] < 0 && time.year + 1e-9 >= levers.strategy.start) state.begun[0] = time.year;
    const begun = state.begun[0] >= 0;
    const charge = ingredientCharge(levers.ingredients) * learners * time.dt;
    const income = begun ? incomeOf(model, p, learners, need, charge) : 0;
    const opening = state.carried[0];
    state.reported[0] += charge;
    let pot = opening + income;
    const charged = levers.finance.chargeIngredients && begun ? Math.min(pot, charge) : 0;
    pot -= charged;
    const paid = pay(pot, need, p, levers.finance.regime === OWN_BUDGET ? 1 : p.flexible);
    const spent = charged + paid.training + paid.coaching + paid.technology;
    const unspent = Math.max(0, opening + income - spent);
    // What may move to the next year is a share a year, whatever the step.
    const carry = levers.finance.regime === EQUAL_SPEND ? 1 : pow(p.flexible, time.dt);
    state.opening[0] = opening;
    state.income[0] = income;
    state.spent[0] = spent;
    state.carried[0] = unspent * carry;
    state.lapsed[0] = unspent - state.carried[0];
    state.spentSoFar[0] += spent;
    state.devices[0] += paid.technology;
    const wanted = need.training + need.coaching;
    state.coverage[0] = wanted > 0 ? (paid.training + paid.coaching) / wanted : 0;
    spread(model, p, state.coverage[0], need);
  },
});

const EQUAL_SPEND = 1;
const OWN_BUDGET = 2;

interface Lines {
  training: number;
  coaching: number;
  technology: number;
}

/** What full support would cost in a step, USD, and the discount that the size of the programme brings. */
interface Need extends Lines {
  cheaper: number;
}

function totalLearners({ system, schools }: Model): number {
  let sum = 0;
  for (let s = 0; s < system.schoolCount; s++) if (!schools.closed[s]) sum += system.pupils[s];
  return sum;
}

/** Unit cost of support at a school, USD per learner and year: [training and materials, coaching]. */
function unitCost(
  { levers, innovations, schools }: Model,
  p: Values<typeof parameters>,
  s: number,
): { training: number; coaching: number } {
  const v = schools.programme[s] - 1;
  const scenario = levers.innovations[v];
  const bought = [0, p.singleDiscount, p.multiDiscount][levers.strategy.procurement];
  const factor = innovations.costFactor[v] * (1 - p.thrift) * (1 - bought);
  const running = schools.affiliation[s] === MAINSTREAMED ? p.running : 1;
  return {
    training: scenario.trainingCost * ((scenario.materials + scenario.guides) / 2) * factor,
    coaching: scenario.coachingCost * scenario.coaching * factor * running,
  };
}

const isFunded = ({ schools, levers, time, innovations }: Model, p: Values<typeof parameters>, s: number): boolean => {
  if (!isInProgramme(schools.affiliation[s])) return false;
  const late = schools.joined[s] >= 0 && time.year - schools.joined[s] > levers.finance.deadline;
  if (!late || schools.public[s]) return true;
  const v = schools.programme[s] - 1;
  const scenario = levers.innovations[v];
  // What running it would cost the public, beside what the public has for a learner.
  return (
    (scenario.trainingCost + scenario.coachingCost * scenario.coaching * p.running) * innovations.costFactor[v] <=
    levers.finance.publicPerLearner
  );
};

/** What full support of every programme school would cost in this step, USD. */
function needs(model: Model, p: Values<typeof parameters>): Need {
  const { schools, system, time, levers } = model;
  const need: Need = { training: 0, coaching: 0, technology: 0, cheaper: 1 };
  let funded = 0;
  for (let s = 0; s < system.schoolCount; s++) {
    schools.funding[s] = 0;
    if (schools.programme[s] === 0 || !isFunded(model, p, s)) continue;
    const unit = unitCost(model, p, s);
    schools.funding[s] = PILOT;
    need.training += unit.training * system.pupils[s] * time.dt;
    need.coaching += unit.coaching * system.pupils[s] * time.dt;
    const v = schools.programme[s] - 1;
    const scenario = levers.innovations[v];
    const hardware = schools.hardware[s];
    need.technology += scenario.technologyCost * (p.technology + hardware) * system.pupils[s] * time.dt;
    // Hardware is bought out of what support would have cost.
    need.training -= unit.training * hardware * system.pupils[s] * time.dt;
    need.coaching -= unit.coaching * hardware * system.pupils[s] * time.dt;
    funded++;
  }
  // Economies of scale: the logarithm's slope is kept as a share per tenfold growth over ten schools.
  const tenfold = Math.max(0, decades(funded) - 1);
  need.cheaper = Math.max(p.cheapest, 1 - p.economies * tenfold);
  need.training *= need.cheaper;
  need.coaching *= need.cheaper;
  need.technology *= need.cheaper;
  return need;
}

/** Of decimal numbers. */
const BASE = 10;

/** Decimal digits before the point, with a linear rise between: a logarithm good enough for a discount. */
function decades(n: number): number {
  let whole = 0;
  let rest = n;
  while (rest >= BASE) {
    rest /= BASE;
    whole++;
  }
  return whole + Math.max(0, rest - 1) / (BASE - 1);
}

/** Money received in the step, USD; also opens the schools that public money reaches. */
function incomeOf(model: Model, p: Values<typeof parameters>, learners: number, need: Need, charge: number): number {
  const { levers, state, time } = model;
  const { finance: f } = levers;
  const since = time.year - state.begun[0];
  const external = time.year < f.stopYear ? state.budgetFactor[0] : 0;
  const open = publicMoney(model, p) * time.dt;
  if (f.regime === OWN_BUDGET) {
    const asked = need.training + need.coaching + need.technology + (f.chargeIngredients ? charge : 0);
    return Math.max(asked * external, Math.min(asked, open));
  }
  let perYear = 0;
  if (since < f.pilotYears - 1e-9) perYear = f.pilotPerLearner * learners * external;
  else if (since < f.pilotYears + p.middleYears - 1e-9) perYear = f.middlePerLearner * p.middle * learners * external;
  return perYear * time.dt + open;
}

/** Long-term public money of the districts that have made it policy, USD a year. */
function publicMoney({ levers, state, time, system, districts, schools }: Model, p: Values<typeof parameters>): number {
  const { finance: f } = levers;
  let perYear = 0;
  for (let d = 0; d < system.districtCount; d++) {
    const flows = p.longTerm > 0 && districts.adopted[d] === 1 && time.year >= districts.adoptedYear[d] + f.publicLag;
    let pupils = 0;
    let demand = 0;
    const from = system.firstSchool[d];
    const to = system.firstSchool[d + 1];
    for (let s = from; s < to; s++) {
      schools.public[s] = flows ? 1 : 0;
      pupils += system.pupils[s];
      demand += schools.demand[s];
    }
    // Communities that want it defend it when budgets are cut.
    const kept = state.budgetFactor[0] + (1 - state.budgetFactor[0]) * Math.min(1, (p.demand * demand) / (to - from));
    if (flows) perYear += f.publicPot * p.longTerm * pupils * kept;
  }
  return perYear;
}

/** Pays the lines from their earmarked shares; the flexible part of what is left over fills gaps, coaching first. */
function pay(pot: number, need: Lines, p: Values<typeof parameters>, flexible: number): Lines {
  // Shares that were set to more than everything are held to it.
  const whole = Math.max(1, p.trainingShare + p.coachingShare);
  const training = p.trainingShare / whole;
  const coaching = p.coachingShare / whole;
  const marked = { training: pot * training, coaching: pot * coaching, technology: pot * (1 - training - coaching) };
  const paid = {
    training: Math.min(need.training, marked.training),
    coaching: Math.min(need.coaching, marked.coaching),
    technology: Math.min(need.technology, marked.technology),
  };
  let free = (pot - paid.training - paid.coaching - paid.technology) * flexible;
  for (const line of ['coaching', 'training', 'technology'] as const) {
    const more = Math.min(free, need[line] - paid[line]);
    paid[line] += more;
    free -= more;
  }
  return paid;
}

/** Spreads what is paid over schools: evenly, or the whole for the first in the queue, by the share of effort on depth. */
function spread(model: Model, p: Values<typeof parameters>, coverage: number, need: Need): void {
  const wanted = need.training + need.coaching;
  const { schools, system, state, time, levers } = model;
  const phase = time.year - state.begun[0] < levers.finance.pilotYears ? PILOT : MIDDLE;
  const depth = clamp(levers.strategy.depthShare + state.depthShift[0], 0, 1);
  // First in the queue: those whose rank lies below the share of need that is covered.
  let given = 0;
  for (let s = 0; s < system.schoolCount; s++) {
    if (!schools.funding[s]) {
      schools.support[s] = 0;
      continue;
    }
    schools.funding[s] = schools.public[s] ? LONG : phase;
    const first = placeInQueue(model, s) < coverage ? 1 : 0;
    schools.support[s] = (coverage + depth * (first - coverage)) * (1 - schools.hardware[s]);
    const unit = unitCost(model, p, s);
    given += schools.support[s] * (unit.training + unit.coaching) * need.cheaper * system.pupils[s] * time.dt;
  }
  // The queue is uniform only on average, so what is given is scaled to what was paid: spending above the pot is impossible.
  const scale = given > coverage * wanted && given > 0 ? (coverage * wanted) / given : 1;
  for (let s = 0; s < system.schoolCount; s++) {
    if (!schools.funding[s]) continue;
    schools.support[s] *= scale;
    const unit = unitCost(model, p, s);
    schools.cost[s] += schools.support[s] * (unit.training + unit.coaching) * need.cheaper * system.pupils[s] * time.dt;
  }
}
