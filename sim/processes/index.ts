/** The schedule: mechanisms in the order in which they act. A mechanism is added by a file and a line here. */
import type { Process } from '../model.ts';
import { awareness } from './awareness.ts';
import { confirmation } from './confirmation.ts';
import { creation } from './creation.ts';
import { culture } from './culture.ts';
import { decision } from './decision.ts';
import { delivery } from './delivery.ts';
import { environment } from './environment.ts';
import { exchange } from './exchange.ts';
import { finance } from './finance.ts';
import { implementation } from './implementation.ts';
import { learning } from './learning.ts';
import { observe } from './observe.ts';
import { outcomes } from './outcomes.ts';
import { partners } from './partners.ts';
import { policy } from './policy.ts';
import { programme } from './programme.ts';
import { ties } from './ties.ts';
import { turnover } from './turnover.ts';

/** Before the rollout decides who is offered what. */
export const before: readonly Process[] = [ties, environment, policy];
/** After it: schools decide, money flows, support arrives. */
export const delivering: readonly Process[] = [programme, finance, delivery];
/** In every bucket of the step, in this order. */
export const events: readonly Process[] = [awareness, decision, confirmation, turnover];
/** Slow states, once the step's events are over. */
export const settling: readonly Process[] = [implementation, exchange, culture, partners, observe];
/** At the end of each year. */
export const yearly: readonly Process[] = [outcomes, learning, creation];

export const processes: readonly Process[] = [...before, ...delivering, ...events, ...settling, ...yearly];
