/** The draws that one post's ties are made with, in turn. Between them nothing else may draw: they share `words`. */
import { block, type Key, purposes, words } from '../random.ts';

let key: Key = { low: 0, high: 0 };
let school = 0;
let post = 0;
/** Halves of words taken; the block with time 0 is the count's. */
let taken = 0;

export function openDraws(systemKey: Key, schoolKey: number, postNumber: number): void {
  key = systemKey;
  school = schoolKey | 0;
  post = postNumber;
  taken = 0;
}

/** Sixteen bits as a number in 0..1, below 1: enough to choose within a school. */
export function nextUnit(): number {
  const half = taken & 7;
  if (half === 0) block(key, purposes.candidateTie, school, post, 1 + (taken >> 3));
  taken++;
  return ((words[half >> 1] >>> ((half & 1) << 4)) & 0xffff) / 0x10000;
}

/** A whole word: to choose among more than a few thousand. */
export function nextWord(): number {
  taken = (taken + 1) & ~1;
  const half = taken & 7;
  if (half === 0) block(key, purposes.candidateTie, school, post, 1 + (taken >> 3));
  taken += 2;
  return words[half >> 1];
}
