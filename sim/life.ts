/** One school's way through a future: what became of the innovation there, and what the school met on the way. */
import type { Model } from './model.ts';
import { thresholds } from './thresholds.ts';

/** Support from which a school is carried, as the measures count it. */
const CARRIED = thresholds.supportEnded.default;

type Read = (model: Model, school: number) => number;

const focusOf = ({ levers }: Model): number => levers.strategy.innovation;

/** Of a school whose lead is the innovation rolled out; 0 where it is another, or none. */
const ofLead =
  (read: Read): Read =>
  (model, s) =>
    model.schools.lead[s] === focusOf(model) + 1 ? read(model, s) : 0;

/** What became of the innovation rolled out, as shares from 0 to 1. */
export const practice = {
  /** Share of educators using it. */
  use: ({ schools, system, innovationCount, levers }, s) =>
    schools.users[s * innovationCount + levers.strategy.innovation] / (system.firstEducator[s + 1] - system.firstEducator[s]),
  /** Users' mean fidelity less harmful adaptation. */
  well: ofLead(({ schools }, s) => schools.fidelity[s] - schools.harm[s]),
  /** Users' mean ownership; nothing while programme money carries the school, for that is not run locally. */
  owned: ofLead(({ schools }, s) => (schools.support[s] < CARRIED ? schools.ownership[s] : 0)),
} satisfies Record<string, Read>;

/**
 * What implementation and confirmation read of a school and what differs from school to school. `more` says whether more of it helps;
 * all are shares from 0 to 1 but for overload, which counts initiatives.
 */
export const factors = {
  support: { more: 'helps', read: ({ schools }, s) => schools.support[s] },
  coaching: { more: 'helps', read: ({ schools }, s) => schools.coaching[s] },
  peers: { more: 'helps', read: ({ schools }, s) => schools.peers[s] },
  fit: { more: 'helps', read: ({ schools }, s) => schools.local[s] },
  leader: { more: 'helps', read: ({ schools }, s) => schools.leaderSupport[s] },
  overload: { more: 'holds back', read: ({ schools }, s) => schools.overload[s] },
} satisfies Record<string, { readonly more: 'helps' | 'holds back'; readonly read: Read }>;

export type PracticeName = keyof typeof practice;
export type FactorName = keyof typeof factors;

export const factorNames = Object.keys(factors) as readonly FactorName[];
