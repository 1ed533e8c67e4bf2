/** One educator's rate of taking something up: how willing they are, what their ties show, and which of it tipped them. */
import { reason } from '../../agents/educators.ts';
import { clamp, isBelowChance, logistic } from '../../arithmetic.ts';
import { hill, joinLayer } from '../../contagion/kernel.ts';
import { expose } from '../../exposure.ts';
import type { Model } from '../../model.ts';
import { draw, purposes } from '../../random.ts';
import type { Parameters } from './parameters.ts';
import { LAYERS, PARTS, type Work } from './work.ts';

const BROADCAST = reason('broadcast');
const TEAM = reason('team');
const PROGRAMME = reason('programme');
const MANDATE = reason('mandate');

/** The rate, per year, at which an educator would decide if all their ties showed use; fills their ease with each open innovation. */
export function highestRate(model: Model, p: Parameters, { ease: eases }: Work, e: number, s: number, open: number): number {
  const { innovationCount, schools, educators, innovations } = model;
  let most = 0;
  for (let v = 0; v < innovationCount; v++) {
    if (!(open & (1 << v))) continue;
    const at = s * innovationCount + v;
    const logit =
      schools.pull[at] +
      p.mindset * (educators.mindset[e] - p.referenceMindset) -
      p.complexity * Math.max(0, innovations.complexity[v] - educators.capability[e]) +
      p.effort * (educators.slack[e] - p.referenceSlack);
    eases[v] = clamp(2 * logistic(logit) * schools.opening[at], 0, p.most);
    const isTheirs = schools.programme[s] === v + 1;
    most += (p.broadcast + (isTheirs ? schools.push[s] : 0) + p.contagion) * eases[v] + (isTheirs ? schools.mandate[s] : 0);
  }
  return most;
}

/** The innovation whose part of the summed rate the draw falls in, or -1. */
export function choose(
  model: Model,
  p: Parameters,
  work: Work,
  e: number,
  s: number,
  open: number,
  luck: number,
  from: number,
  rate: number,
): number {
  const { innovationCount, time, schools, educators } = model;
  const { parts, exposure, ease: eases, layerWeight } = work;
  // Draw first, look after, once more: their own willingness is cheaper to find than what their ties show.
  const most = highestRate(model, p, work, e, s, open);
  if (!isBelowChance(luck, clamp(most - from, 0, rate), time.bucketLength)) return -1;
  const seen = expose(model, exposure, e, s);
  let hazard = 0;
  for (let v = 0; v < innovationCount; v++) {
    if (!(open & (1 << v))) continue;
    // A supplement comes beside what is in use; a whole-class practice takes its place.
    const changes = educators.using[e] > 0 && !(work.supplements & (1 << v));
    const ease = eases[v] * (changes ? p.switching : 1);
    const base = v * PARTS;
    let X = 0;
    let sum = 0;
    if (seen & (1 << v)) {
      for (let l = 0; l < LAYERS; l++) {
        const x = layerWeight[l] * exposure.share[v * LAYERS + l];
        X = joinLayer(X, 1, x);
        sum += x;
        parts[base + 2 + l] = x;
      }
    }
    const alone = p.broadcast * ease;
    const isTheirs = schools.programme[s] === v + 1;
    const pushed = isTheirs ? schools.push[s] * ease : 0;
    const peers = p.contagion * ease * hill(X, p.half * educators.threshold[e], p.order);
    const made = isTheirs && !changes ? schools.mandate[s] : 0;
    hazard += alone + pushed + peers + made;
    if (!isBelowChance(luck, clamp(hazard - from, 0, rate), time.bucketLength)) continue;
    parts[base] = alone;
    parts[base + 1] = pushed;
    for (let l = 0; l < LAYERS; l++) parts[base + 2 + l] = sum > 0 ? (parts[base + 2 + l] / sum) * peers : 0;
    parts[base + 2 + LAYERS] = made;
    return v;
  }
  return -1;
}

/** Which additive part of the rate tipped it, drawn in proportion under its own purpose. */
export function why({ key, time, system }: Model, { parts }: Work, s: number, post: number, v: number): number {
  const base = v * PARTS;
  let total = 0;
  for (let i = 0; i < PARTS; i++) total += parts[base + i];
  let at = draw(key, purposes.reason, system.schoolKey[s], post, time.bucket) * total;
  for (let i = 0; i < PARTS; i++) {
    at -= parts[base + i];
    if (at < 0) return i === 0 ? BROADCAST : i === 1 ? PROGRAMME : i === 2 + LAYERS ? MANDATE : TEAM + i - 2;
  }
  return BROADCAST;
}
