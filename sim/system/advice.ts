/**
 * Whom a post asks for advice inside its school. One formal leader, asking back, asking friends of friends and asking team
 * mates give networks like those measured in 15 schools (evidence P37).
 */
import { emptyList, push } from '../list.ts';
import { endOf, layerOf, layers, sourceOf } from '../network.ts';
import { degrees, type Habits } from './degrees.ts';
import { nextUnit } from './draws.ts';

/** Rows being filled: those of earlier posts are whole. */
export interface TieRows {
  readonly offsets: Uint32Array;
  /** Sources alone in a row that is being written, with their layers (`endOf`) once it is whole. */
  readonly ends: Int32Array;
}

/** Of the ties that are left after the leader and those asked back. D: fitted to P37. */
const FRIEND_OF_FRIEND = 0.6;
const TEAM_MATE = 0.8;

const TEAM = layers.indexOf('team');
const SCHOOL = layers.indexOf('school');

/** Who asked each post of the school so far: chains through `earlier` that begin at `latest` and end at −1. */
let latest = new Int32Array(64);
const asker = emptyList();
const earlier = emptyList();

/** To be called before a school's first post. */
export function openSchool(posts: number): void {
  if (latest.length < posts) latest = new Int32Array(2 * posts);
  latest.fill(-1, 0, posts);
  asker.size = 0;
  earlier.size = 0;
}

/** Writes the advice ties of a post, as many as `degrees` says, at the head of its row; returns the place after them. */
export function writeAdvice(habits: Habits, rows: TieRows, first: number, post: number): number {
  const { posts, teams } = habits;
  const { offsets, ends } = rows;
  const start = offsets[first + post];
  const full = start + degrees[0];
  let end = start;
  if (end < full && post > 0 && nextUnit() < habits.hub) ends[end++] = first;
  for (let a = latest[post]; a >= 0 && end < full; a = earlier.items[a]) {
    const other = first + asker.items[a];
    if (nextUnit() < habits.answer && !has(ends, start, end, other)) ends[end++] = other;
  }
  while (end < full) {
    const wanted = pick(habits, rows, first, post, end);
    ends[end] = first + free(ends, start, end, first, wanted, post, posts);
    end++;
  }
  for (let k = start; k < full; k++) {
    const other = ends[k] - first;
    ends[k] = endOf(other % teams === post % teams ? TEAM : SCHOOL, ends[k]);
    if (other > post) remember(other, post);
  }
  sortRow(ends, start, full);
  return full;
}

/** A post to ask, perhaps one that is asked already: a friend's friend, a team mate, or anyone, low posts more. */
function pick({ posts, teams }: Habits, { offsets, ends }: TieRows, first: number, post: number, end: number): number {
  // What is left of a draw after choosing the way is a draw again.
  let u = nextUnit();
  const start = offsets[first + post];
  if (u < FRIEND_OF_FRIEND) {
    u /= FRIEND_OF_FRIEND;
    const friend = end > start ? ends[start + Math.floor(u * (end - start))] : first + post;
    u = nextUnit();
    if (friend < first + post) {
      const k = offsets[friend] + Math.floor(u * (offsets[friend + 1] - offsets[friend]));
      if (k < offsets[friend + 1] && layerOf(ends[k]) <= SCHOOL) {
        const other = sourceOf(ends[k]);
        if (other !== first + post) return other - first;
      }
    }
  } else {
    u = (u - FRIEND_OF_FRIEND) / (1 - FRIEND_OF_FRIEND);
  }
  if (u >= TEAM_MATE) return anyone(posts, (u - TEAM_MATE) / (1 - TEAM_MATE));
  u /= TEAM_MATE;
  const team = post % teams;
  const mate = team + teams * Math.floor(Math.ceil((posts - team) / teams) * u);
  return mate === post || has(ends, start, end, first + mate) ? anyone(posts, u) : mate;
}

/** A post by formal role: the density falls with the cube root of the number. */
function anyone(posts: number, u: number): number {
  return Math.floor(posts * u * Math.sqrt(u));
}

/** The wanted post, or the next one round the school that is neither asked already nor the asker. */
function free(ends: Int32Array, start: number, end: number, first: number, wanted: number, post: number, posts: number): number {
  let other = wanted;
  while (other === post || has(ends, start, end, first + other)) other = other + 1 === posts ? 0 : other + 1;
  return other;
}

function has(ends: Int32Array, start: number, end: number, wanted: number): boolean {
  for (let k = start; k < end; k++) if (ends[k] === wanted) return true;
  return false;
}

function remember(post: number, by: number): void {
  push(earlier, latest[post]);
  latest[post] = asker.size;
  push(asker, by);
}

/** By layer, then source: rows are short, so by insertion. */
export function sortRow(ends: Int32Array, start: number, end: number): void {
  for (let k = start + 1; k < end; k++) {
    const one = ends[k];
    let place = k;
    for (; place > start && ends[place - 1] > one; place--) ends[place] = ends[place - 1];
    ends[place] = one;
  }
}
