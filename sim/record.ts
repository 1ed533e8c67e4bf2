/** What a run keeps beside its metrics. Recorders are told and never asked, so that what is kept changes no number. */
import { reason } from './agents/educators.ts';
import type { Model, Recorder } from './model.ts';
import { layers } from './network.ts';
import { draw, purposes } from './random.ts';
import type { SchoolRecord, StoryEvent } from './results.ts';
import type { Plan } from './scenario/compile.ts';
import { isUsing } from './use.ts';

/** metrics alone; a byte each a school and step, with the source of each adoption; or every event of named schools. */
export type RecordWish = 'metrics' | 'schools' | { readonly story: readonly number[] };

interface Keeper {
  readonly recorder: Recorder;
  begin(model: Model): void;
  keep(row: number): void;
  result(): { readonly schools?: SchoolRecord; readonly story?: readonly StoryEvent[] };
}

export function makeRecord(plan: Plan, wish: RecordWish): Keeper {
  if (wish === 'metrics') return { recorder: {}, begin() {}, keep() {}, result: () => ({}) };
  return wish === 'schools' ? schoolKeeper(plan) : storyKeeper(new Set(wish.story));
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
          adoptions.push(model.time.step + 1, model.system.educatorSchool[e], sourceOf(model, e, v, why), why);
      },
    },
    begin(m) {
      model = m;
    },
    keep(row) {
      const { system, schools: columns, levers, innovationCount } = model;
      const focus = levers.strategy.innovation;
      for (let s = 0; s < schools; s++) {
        const at = row * schools + s;
        const isLead = columns.lead[s] === focus + 1;
        use[at] = byte(columns.users[s * innovationCount + focus] / (system.firstEducator[s + 1] - system.firstEducator[s]));
        well[at] = isLead ? byte(columns.fidelity[s] - columns.harm[s]) : 0;
        owned[at] = isLead ? byte(columns.ownership[s]) : 0;
        affiliation[at] = columns.affiliation[s];
      }
    },
    result: () => ({ schools: { schools, use, well, owned, affiliation, adoptions: Int32Array.from(adoptions) } }),
  };
}

const FIRST_LAYER = reason('team');

/** The school in which the adopter saw it: one of the switched-on ties to users in the layer that tipped it, drawn for this alone. */
function sourceOf({ system, educators, state, clusters, key, time }: Model, e: number, v: number, why: number): number {
  const layer = why - FIRST_LAYER;
  if (layer < 0 || layer >= layers.length) return -1;
  const { ties, educatorSchool } = system;
  const s = educatorSchool[e];
  const seen: number[] = [];
  for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
    if (ties.layer[k] !== layer || ties.luck[k] >= state.layerShare[layer] * 256) continue;
    if (layers[layer] === 'cluster' && !clusters.active[system.schoolCluster[s]]) continue;
    if (isUsing(educators, ties.source[k], v)) seen.push(ties.source[k]);
  }
  if (seen.length === 0) return -1;
  const at = Math.floor(draw(key, purposes.source, system.schoolKey[s], e - system.firstEducator[s], time.bucket) * seen.length);
  return educatorSchool[seen[at]];
}

function storyKeeper(wanted: ReadonlySet<number>): Keeper {
  const story: StoryEvent[] = [];
  let model: Model;
  const now = (): number => model.time.bucket * model.time.bucketLength;
  const tell = (kind: string, e: number, detail: number): void => {
    const school = model.system.educatorSchool[e];
    if (wanted.has(school)) story.push({ year: now(), school, kind, post: e - model.system.firstEducator[school], detail });
  };
  return {
    recorder: {
      adopted: (e, _, why) => tell('adopted', e, why),
      stopped: (e, v) => tell('stopped', e, v),
      left: (e) => tell('left', e, 0),
      happened(kind, year, school, detail) {
        if (wanted.has(school) || school < 0) story.push({ year, school, kind, post: -1, detail });
      },
    },
    begin(m) {
      model = m;
    },
    keep() {},
    result: () => ({ story }),
  };
}
