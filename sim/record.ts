/** What a run keeps beside its metrics. Recorders are told and never asked, so that what is kept changes no number. */
import { reason } from './agents/educators.ts';
import { type FactorName, factorNames, factors, type PracticeName, practice } from './life.ts';
import type { Model, Recorder } from './model.ts';
import { layerOf, layers, limitOf, sourceOf } from './network.ts';
import { draw, purposes } from './random.ts';
import type { SchoolLife, SchoolRecord, StoryEvent } from './results.ts';
import type { Plan } from './scenario/compile.ts';
import { isUsing } from './use.ts';

/** metrics alone; a byte each a school and step, with the source of each adoption; or every event of named schools, and their lives. */
export type RecordWish = 'metrics' | 'schools' | { readonly story: readonly number[] };

interface Keeper {
  readonly recorder: Recorder;
  begin(model: Model): void;
  keep(row: number): void;
  result(): { readonly schools?: SchoolRecord; readonly story?: readonly StoryEvent[]; readonly lives?: readonly SchoolLife[] };
}

export function makeRecord(plan: Plan, wish: RecordWish): Keeper {
  if (wish === 'metrics') return { recorder: {}, begin() {}, keep() {}, result: () => ({}) };
  return wish === 'schools' ? schoolKeeper(plan) : storyKeeper(plan, wish.story);
}

const byte = (share: number): number => Math.round(255 * Math.min(1, Math.max(0, share)));

function schoolKeeper(plan: Plan): Keeper {
  const schools = plan.system.schoolCount;
  const rows = plan.years * plan.stepsPerYear + 1;
  const use = new Uint8Array(schools * rows);
  const well = new Uint8Array(schools * rows);
  const owned = new Uint8Array(schools * rows);
  const affiliation = new Uint8Array(schools * rows);
  const adoptions: number[] = [];
  let model: Model;
  return {
    recorder: {
      adopted(e, v, why) {
        if (v === model.levers.strategy.innovation)
          adoptions.push(model.time.step + 1, model.system.educatorSchool[e], sourceSchool(model, e, v, why), why);
      },
    },
    begin(m) {
      model = m;
    },
    keep(row) {
      for (let s = 0; s < schools; s++) {
        const at = row * schools + s;
        use[at] = byte(practice.use(model, s));
        well[at] = byte(practice.well(model, s));
        owned[at] = byte(practice.owned(model, s));
        affiliation[at] = model.schools.affiliation[s];
      }
    },
    result: () => ({ schools: { schools, use, well, owned, affiliation, adoptions: Int32Array.from(adoptions) } }),
  };
}

const FIRST_LAYER = reason('team');

/** The school in which the adopter saw it: one of the switched-on ties to users in the layer that tipped it, drawn for this alone. */
function sourceSchool({ system, educators, state, clusters, key, time }: Model, e: number, v: number, why: number): number {
  const layer = why - FIRST_LAYER;
  if (layer < 0 || layer >= layers.length) return -1;
  const { ties, educatorSchool } = system;
  const s = educatorSchool[e];
  const limit = limitOf(state.layerShare[layer]);
  const seen: number[] = [];
  for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
    if (layerOf(ties.ends[k]) !== layer || ties.luck[k] >= limit) continue;
    if (layers[layer] === 'cluster' && !clusters.active[system.schoolCluster[s]]) continue;
    const other = sourceOf(ties.ends[k]);
    if (isUsing(educators, other, v)) seen.push(other);
  }
  if (seen.length === 0) return -1;
  const at = Math.floor(draw(key, purposes.source, system.schoolKey[s], e - system.firstEducator[s], time.bucket) * seen.length);
  return educatorSchool[seen[at]];
}

function storyKeeper(plan: Plan, asked: readonly number[]): Keeper {
  const wanted = new Set(asked);
  const story: StoryEvent[] = [];
  const lives = lifeKeeper(plan, asked);
  let model: Model;
  const now = (): number => model.time.bucket * model.time.bucketLength;
  const isFocus = (v: number): boolean => v === model.levers.strategy.innovation;
  const tell = (kind: string, e: number, detail: number, source?: () => number): void => {
    const school = model.system.educatorSchool[e];
    if (!wanted.has(school)) return;
    const post = e - model.system.firstEducator[school];
    story.push({ year: now(), school, kind, post, detail, ...(source && { source: source() }) });
  };
  return {
    recorder: {
      adopted: (e, v, why) =>
        isFocus(v) ? tell('adopted', e, why, () => sourceSchool(model, e, v, why)) : tell('adoptedOther', e, why),
      stopped: (e, v) => tell(isFocus(v) ? 'stopped' : 'stoppedOther', e, v),
      left: (e) => tell('left', e, isUsing(model.educators, e, model.levers.strategy.innovation) ? 1 : 0),
      happened(kind, year, school, detail) {
        if (wanted.has(school) || school < 0) story.push({ year, school, kind, post: -1, detail });
      },
    },
    begin(m) {
      model = m;
    },
    keep: (row) => lives.keep(model, row),
    result: () => ({ story, lives: lives.kept }),
  };
}

function lifeKeeper({ years, stepsPerYear, system }: Plan, asked: readonly number[]) {
  const rows = years * stepsPerYear + 1;
  const numbers = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(rows)])) as Record<Name, Float64Array>;
  const metByUsers = numbers(factorNames);
  const practiceNames = Object.keys(practice) as PracticeName[];
  const kept: readonly SchoolLife[] = asked.map((school) => ({
    school,
    practice: numbers(practiceNames),
    met: numbers(factorNames),
    metByUsers,
  }));
  return {
    kept,
    keep(model: Model, row: number): void {
      for (const name of factorNames) metByUsers[name][row] = meanOf(model, name, system.schoolCount);
      for (const life of kept) {
        for (const name of practiceNames) life.practice[name][row] = practice[name](model, life.school);
        for (const name of factorNames) life.met[name][row] = factors[name].read(model, life.school);
      }
    },
  };
}

/** Over schools where somebody uses the innovation rolled out: elsewhere nothing of it is helped or held back. */
function meanOf(model: Model, name: FactorName, schoolCount: number): number {
  let sum = 0;
  let using = 0;
  for (let s = 0; s < schoolCount; s++) {
    if (practice.use(model, s) === 0) continue;
    sum += factors[name].read(model, s);
    using++;
  }
  return sum / using;
}
