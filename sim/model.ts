/** The nouns: the state of one future at one moment, and what a process, a strategy and a metric are. */

import { makeTable } from './agents/columns.ts';
import { type Educators, educatorColumns } from './agents/educators.ts';
import {
  type Clusters,
  clusterColumns,
  type Districts,
  districtColumns,
  type Force,
  type Foundation,
  type Innovations,
  innovationColumns,
  type SystemState,
  systemColumns,
} from './agents/others.ts';
import { type Schools, schoolColumns } from './agents/schools.ts';
import { Almanac } from './almanac.ts';
import { type Clocks, makeClocks } from './clocks.ts';
import type { innovationQuantities } from './innovation.ts';
import type { collaboration, EventKind, EventPlaceOf, finance, fragmentation, rollout } from './levers.ts';
import { emptyList, type List, push } from './list.ts';
import type { traitQuantities } from './people.ts';
import type { Quantities, Values } from './quantity.ts';
import type { Key } from './random.ts';
import type { System } from './system/system.ts';

/** What the plan says now: settings after every dated change so far. Refreshed in place when one falls due. */
export interface Levers {
  readonly fragmentation: Values<typeof fragmentation>;
  readonly collaboration: Values<typeof collaboration>;
  readonly forces: Readonly<Record<Force, { readonly level: number; readonly alignment: number }>>;
  readonly foundations: Readonly<Record<Foundation | 'rolloutYears' | 'lockIn' | 'breadth', number>>;
  readonly finance: Values<typeof finance>;
  readonly strategy: Values<typeof rollout>;
  readonly events: { readonly [K in EventKind]: { readonly size: number } & Readonly<Record<EventPlaceOf<K>, number>> };
  /** A row for each place an innovation can have; what a local variant is not said to be, it has from the defaults. */
  readonly innovations: readonly Values<typeof innovationQuantities>[];
  readonly ingredients: Readonly<Record<string, number>>;
}

/** Where the run stands. Years count from 0. */
export interface Time {
  step: number;
  readonly stepsPerYear: number;
  /** Length of a step in years. */
  readonly dt: number;
  /** Year at the start of the step. */
  year: number;
  /** True in the last step of a year, when yearly processes act. */
  yearEnds: boolean;
  /** Buckets since the start of the run: the time of agents' events. */
  bucket: number;
  readonly bucketsPerYear: number;
  readonly bucketLength: number;
}

/** True in the first bucket of a step. */
export const isStepStart = ({ bucket, bucketsPerYear, stepsPerYear }: Time): boolean =>
  bucket % (bucketsPerYear / stepsPerYear) === 0;

/** Years of the step that are over in the middle of the bucket. */
export const stepSoFar = ({ bucket, bucketsPerYear, stepsPerYear, bucketLength }: Time): number =>
  ((bucket % (bucketsPerYear / stepsPerYear)) + 0.5) * bucketLength;

/** One cycle of the learning loop: what was tried, what it was measured to bring, and what was done about it. */
export interface Cycle {
  /** Years since the start, at the end of the year that was looked back on. */
  readonly year: number;
  readonly innovation: number;
  /** Change of the true effect that was tried, SD a year; nobody in the model sees it. */
  readonly tried: number;
  /** What it was measured to bring, SD a year. */
  readonly measured: number;
  readonly kept: boolean;
  /** How far the design is worked out and what a unit costs beside the first year’s, after the cycle. */
  readonly elaboration: number;
  readonly costFactor: number;
  /** Where it sent effort: 1 to depth, -1 to breadth, 0 where no school leads with it. */
  readonly effort: number;
  /** Other innovations that learned from it. */
  readonly passedTo: readonly number[];
}

/** What happened, told as it happens to whoever records. Nothing in a run reads it. */
export interface Recorder {
  learned?(cycle: Cycle): void;
  adopted?(educator: number, innovation: number, reason: number): void;
  happened?(kind: string, year: number, school: number, detail: number): void;
  stopped?(educator: number, innovation: number): void;
  left?(educator: number): void;
}

/** Places that a plan names instead of leaving them to luck or selection. */
export interface Picked {
  /** Schools that it begins in, in the order of schools; empty: as the rollout would choose. */
  readonly pilots: Int32Array;
  /** Districts whose schools are invited before others, those of regions that are named among them. */
  readonly districts: ReadonlySet<number>;
  /** Rollouts that districts, all of a region or some, or networks of schools have chosen: a place in the list of strategies, and who. */
  readonly rollouts: readonly { readonly kind: number; readonly districts: Int32Array; readonly schools: Int32Array }[];
}

const nothingPicked: Picked = { pilots: new Int32Array(0), districts: new Set(), rollouts: [] };

/** Educators with whom something has happened, in the bucket before and in this one. */
export interface Movers {
  before: List;
  now: List;
}

/** Marks that something has happened with an educator: one change a bucket. */
export function markMoved({ educators, movers }: Model, e: number): void {
  educators.moved[e] = 1;
  push(movers.now, e);
}

/** Begins a bucket; the first one began on the first day. */
export function turnBucket({ educators, time, movers }: Model, bucket: number): void {
  if (bucket === time.bucket) return;
  time.bucket = bucket;
  const { before, now } = movers;
  for (let i = 0; i < now.size; i++) educators.moved[now.items[i]] = 0;
  before.size = 0;
  movers.before = now;
  movers.now = before;
}

export interface Model {
  readonly system: System;
  readonly key: Key;
  readonly time: Time;
  readonly levers: Levers;
  readonly traits: Values<typeof traitQuantities>;
  readonly picked: Picked;
  /** Whose schools a rollout acts on: 0 those that follow the plan's, otherwise the number of the chosen one. */
  readonly following: number;
  /** Innovations that there is room for: the scenario's, then places for local variants. */
  readonly innovationCount: number;
  readonly scenarioInnovations: number;
  readonly educators: Educators;
  readonly schools: Schools;
  readonly districts: Districts;
  readonly clusters: Clusters;
  readonly innovations: Innovations;
  readonly state: SystemState;
  readonly clocks: Clocks;
  readonly movers: Movers;
  readonly recorder: Recorder;
}

/** A mechanism. `writes` names every column that it may change, as table.column: a test holds it to that. */
export interface Process<Q extends Quantities = Quantities> {
  readonly name: string;
  readonly label: string;
  /** What it does and on what grounds: a paragraph of the model's description. */
  readonly about: string;
  /** step: once a step; bucket: once a bucket of at most a twelfth of a year; year: at the end of each year. */
  readonly acts: 'step' | 'bucket' | 'year';
  readonly parameters: Q;
  readonly writes: readonly string[];
  run(model: Model, p: Values<Q>): void;
}

export const defineProcess = <const Q extends Quantities>(process: Process<Q>): Process<Q> => process;

/** A rollout: who is offered what, and when. Acts once a step, before schools decide. */
export interface Strategy<Q extends Quantities = Quantities> {
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly parameters: Q;
  act(model: Model, p: Values<Q>): void;
}

export const defineStrategy = <const Q extends Quantities>(strategy: Strategy<Q>): Strategy<Q> => strategy;

/** Buckets of at most a twelfth of a year, a whole number of them a step. */
export const bucketsPerYearOf = (stepsPerYear: number): number => Math.ceil(12 / stepsPerYear) * stepsPerYear;

export function makeModel(
  system: System,
  key: Key,
  levers: Levers,
  traits: Values<typeof traitQuantities>,
  counts: { readonly scenarioInnovations: number; readonly variants: number; readonly stepsPerYear: number },
  recorder: Recorder,
  picked: Picked = nothingPicked,
  almanac?: Almanac,
): Model {
  const { stepsPerYear } = counts;
  const innovationCount = counts.scenarioInnovations + counts.variants;
  const bucketsPerYear = bucketsPerYearOf(stepsPerYear);
  return {
    system,
    key,
    levers,
    traits,
    picked,
    following: 0,
    recorder,
    innovationCount,
    scenarioInnovations: counts.scenarioInnovations,
    time: {
      step: 0,
      stepsPerYear,
      dt: 1 / stepsPerYear,
      year: 0,
      yearEnds: false,
      bucket: 0,
      bucketsPerYear,
      bucketLength: 1 / bucketsPerYear,
    },
    educators: makeTable(educatorColumns, system.educatorCount, innovationCount),
    schools: makeTable(schoolColumns, system.schoolCount, innovationCount),
    districts: makeTable(districtColumns, system.districtCount, innovationCount),
    clusters: makeTable(clusterColumns, system.clusterCount, innovationCount),
    innovations: makeTable(innovationColumns, innovationCount, innovationCount),
    state: makeTable(systemColumns, 1, innovationCount),
    clocks: makeClocks(system, almanac ?? new Almanac(system, key, bucketsPerYear)),
    movers: { before: emptyList(), now: emptyList() },
  };
}
