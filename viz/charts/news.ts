/** What just happened in one future: changes of schools from row to row, told from the record alone. */
import { reasons, type SchoolRecord } from '../../sim/index.ts';
import { isUse, type SchoolState, stateOf, statesAt, type Thresholds } from '../map/states.ts';

export interface News {
  readonly row: number;
  readonly school: number;
  readonly kind: 'visited' | 'starts' | 'invited' | 'required' | 'owned' | 'well' | 'stopped';
  /** The school where teachers saw it; only for `visited`. */
  readonly from: number;
  /** What the school is from then on. */
  readonly state: SchoolState;
}

const MOST = 5;

/** Up to five events until a row, the newest first. Of one step at most one of a kind is told, so that many starts hide nothing. */
export function newsUpTo(record: SchoolRecord, row: number, thresholds: Thresholds): readonly News[] {
  const news: News[] = [];
  for (let at = row; at > 0 && news.length < MOST; at--) {
    const told = new Set<string>();
    for (const one of changesAt(record, at, thresholds)) {
      const kind = one.change;
      if (news.length >= MOST || told.has(kind) || news.some(({ school }) => school === one.school)) continue;
      told.add(kind);
      news.push({
        row: at,
        school: one.school,
        state: one.state,
        ...(kind === 'starts' ? startOf(record, one.school, at) : { kind, from: -1 }),
      });
    }
  }
  return news;
}

interface Change {
  readonly school: number;
  readonly change: 'starts' | 'owned' | 'well' | 'stopped';
  readonly state: SchoolState;
}

function changesAt(record: SchoolRecord, row: number, thresholds: Thresholds): readonly Change[] {
  const [before, now] = [statesAt(record, row - 1, thresholds), statesAt(record, row, thresholds)];
  const changes: Change[] = [];
  for (let school = 0; school < record.schools; school++) {
    if (before[school] === now[school]) continue;
    const state = stateOf(now[school]);
    const change = changeOf(stateOf(before[school]), state);
    if (change) changes.push({ school, change, state });
  }
  return changes;
}

function changeOf(before: SchoolState, now: SchoolState): Change['change'] | null {
  if (now.stage === 'stopped') return isUse(before.stage) ? 'stopped' : null;
  if (!isUse(before.stage)) return 'starts';
  if (now.owned && !before.owned) return 'owned';
  return now.stage === 'well' && before.stage !== 'well' ? 'well' : null;
}

/** Places of an adoption's numbers in the record. */
const ADOPTION = { step: 0, school: 1, from: 2, reason: 3, length: 4 } as const;

const nameOf = (reason: number) => reasons[reason]?.name;

/** How a school came to it: seen elsewhere by one of its teachers, or what the programme or a mandate brought. */
function startOf({ adoptions }: SchoolRecord, school: number, row: number): Pick<News, 'kind' | 'from'> {
  let kind: News['kind'] = 'starts';
  for (let i = 0; i < adoptions.length && adoptions[i + ADOPTION.step] <= row; i += ADOPTION.length) {
    if (adoptions[i + ADOPTION.school] !== school) continue;
    const from = adoptions[i + ADOPTION.from];
    if (from >= 0 && from !== school) return { kind: 'visited', from };
    const reason = nameOf(adoptions[i + ADOPTION.reason]);
    if (reason === 'programme') kind = 'invited';
    if (reason === 'mandate') kind = 'required';
  }
  return { kind, from: -1 };
}
