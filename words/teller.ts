/** The sentences of a school's story: what followed what, and never what caused what. */
import { affiliations, reasons, type SchoolLife, type StoryEvent, thresholds } from '../sim/index.ts';
import { fill } from './fill.ts';
import type { PanelMessages } from './language.ts';
import type { StorySchool, Told } from './story.ts';

export type StoryWords = PanelMessages['why'];

/** What a sentence says, and what it stands on: events, and steps at which the school was as it says. */
export interface Clause {
  readonly text: string;
  readonly events: readonly StoryEvent[];
  readonly rows: readonly number[];
}

const PILOTING = affiliations.indexOf('piloting');
const WITHDRAWN = affiliations.indexOf('withdrawn');
/** More years than these are counted instead of named. */
const NAMED = 3;

/** Kinds of event that are told when their year is over. */
const afterwards: readonly string[] = ['created', 'cycle'];
/** The number of the year in which something happened: the first is 1. */
export const yearOf = ({ kind, year }: StoryEvent): number =>
  afterwards.includes(kind) ? yearBy(year) : Math.floor(year + 1e-6) + 1;
/** The number of the year that a step belongs to, by the end of which a state is reached. */
const yearBy = (step: number): number => Math.max(1, Math.ceil(step - 1e-6));

export const isInUse = ({ practice }: SchoolLife, row: number): boolean => practice.use[row] >= thresholds.inUse.default;
export const isWell = (life: SchoolLife, row: number): boolean =>
  isInUse(life, row) && life.practice.well[row] >= thresholds.well.default;

/** The step at which a school's support from the programme ended for good; undefined where it did not, or there was none. */
export function supportEndsAt({ met: { support } }: SchoolLife): number | undefined {
  const least = thresholds.supportEnded.default * Math.max(...support);
  const last = support.findLastIndex((share) => share > 0 && share >= least);
  return last >= 0 && last < support.length - 1 ? last + 1 : undefined;
}

/** What a story is told from: events in order, the life, the school, and the words of a language. */
interface Tale extends Told {
  readonly school: StorySchool;
  readonly words: StoryWords;
  readonly adopted: readonly StoryEvent[];
  /** The programme's arrival, if it arrives. */
  readonly came: StoryEvent | undefined;
}

/** Three or four sentences; one or none about what nobody did. Events come in the order of time. */
export function sentencesOf(told: Told, school: StorySchool, words: StoryWords): readonly Clause[] {
  const of = (kind: string): readonly StoryEvent[] => told.events.filter((event) => event.kind === kind);
  const came = of('affiliation').find(({ detail }) => detail === PILOTING);
  const tale: Tale = { ...told, school, words, adopted: of('adopted'), came };
  if (tale.adopted.length === 0) return [never(tale)];
  return [beginning(tale), reached(tale), happened(tale), ending(tale)].filter((clause) => clause !== undefined);
}

function never({ came, school: { name: school }, years, words: { story } }: Tale): Clause {
  const last = years.length - 1;
  if (came) return { text: fill(story.refused, { school, year: yearOf(came) }), events: [came], rows: [] };
  return { text: fill(story.never, { school, years: years[last] }), events: [], rows: [last] };
}

/** How it came: with the programme, or by teachers before it. */
function beginning({ adopted, came, school, words }: Tale): Clause {
  const { story } = words;
  const [first] = adopted;
  const year = yearOf(first);
  const together = adopted.filter((event) => yearOf(event) === year);
  const shared = { school: school.name, n: inWords(together.length, words) };
  if (!came || came.year > first.year) {
    const how = howOf(first, school, words);
    return { text: fill(pick(story.began, together.length), { ...shared, year, how }), events: together, rows: [] };
  }
  const arrival = yearOf(came);
  const when = fill(arrival === year ? story.when.same : story.when.later, { year });
  const text = fill(pick(story.came, together.length), { ...shared, year: arrival, when });
  return { text, events: [came, ...together], rows: [] };
}

/** How far it got, with breaks that were made good, and whether the programme followed teachers. */
function reached(tale: Tale): Clause {
  const { life, years, adopted, came, words, school } = tale;
  const { story } = words;
  const rows = Array.from(years, (_, row) => row);
  const used = rows.find((row) => isInUse(life, row));
  const well = rows.find((row) => isWell(life, row));
  const breaks = lossesOf(tale).filter((row) => rows.some((later) => later > row && isInUse(life, later)));
  const most = life.practice.use.indexOf(Math.max(...life.practice.use));
  const follows = came && came.year > adopted[0].year ? came : undefined;
  const at = (row: number | undefined): number => yearBy(years[row ?? most]);
  const how = used === undefined ? 'few' : well === undefined ? 'name' : at(well) === at(used) ? 'both' : 'thenWell';
  const text = fill(story.reached[how], {
    year: at(used),
    well: at(well),
    gap: datedText(story.reached.gap, story.reached.gaps, breaks.map(at), words),
    users: inWords(Math.round(life.practice.use[most] * school.posts), words),
    posts: inWords(school.posts, words),
  });
  return {
    text: follows ? `${fill(story.later, { year: yearOf(follows) })} ${text}` : text,
    events: follows ? [follows] : [],
    rows: [used ?? most, ...(well === undefined ? [] : [well]), ...breaks],
  };
}

/** Steps at which half no longer used it. */
const lossesOf = ({ life, years }: Tale): readonly number[] =>
  Array.from(years, (_, row) => row).filter((row) => row > 0 && isInUse(life, row - 1) && !isInUse(life, row));

/** What happened to the school and to those who used it, since the first of them began. */
function happened(tale: Tale): Clause | undefined {
  const { events, adopted, life, years, words } = tale;
  const { after } = words.story;
  const since = (kind: string, holds: (event: StoryEvent) => boolean = () => true): readonly StoryEvent[] =>
    events.filter((event) => event.kind === kind && event.year >= adopted[0].year && holds(event));
  const ends = supportEndsAt(life);
  const clauses = [
    onceOf(after.closed, since('closed'), words),
    onceOf(
      after.withdrawn,
      since('affiliation', ({ detail }) => detail === WITHDRAWN),
      words,
    ),
    ends === undefined ? undefined : { text: fill(after.support, { years: yearBy(years[ends]) }), events: [], rows: [ends] },
    leadersOf(since('leaderLeft'), words),
    onceOf(after.created, since('created').slice(0, 1), words),
    countedOf(after.stopped, since('stopped'), words),
    countedOf(
      after.left,
      since('left', ({ detail }) => detail === 1),
      words,
    ),
  ].filter((clause) => clause !== undefined);
  if (clauses.length === 0) return undefined;
  return {
    text: `${capital(
      listed(
        clauses.map(({ text }) => text),
        words,
      ),
    )}.`,
    events: clauses.flatMap((clause) => clause.events),
    rows: clauses.flatMap(({ rows }) => rows),
  };
}

function onceOf(message: string, events: readonly StoryEvent[], words: StoryWords): Clause | undefined {
  const years = yearsText(events.map(yearOf), words);
  return events.length > 0 ? { text: fill(message, { years }), events, rows: [] } : undefined;
}

function countedOf(message: Countable, events: readonly StoryEvent[], words: StoryWords): Clause | undefined {
  const n = events.length;
  return n > 0 ? { text: fill(pick(message, n), { n: inWords(n, words) }), events, rows: [] } : undefined;
}

function leadersOf(events: readonly StoryEvent[], words: StoryWords): Clause | undefined {
  const { leader, leaders } = words.story.after;
  const text = datedText(leader, leaders, events.map(yearOf), words);
  return events.length > 0 ? { text, events, rows: [] } : undefined;
}

function ending(tale: Tale): Clause {
  const { life, years, school, words } = tale;
  const { story } = words;
  const last = years.length - 1;
  const users = Math.round(life.practice.use[last] * school.posts);
  const isOwned = life.practice.owned[last] >= thresholds.owned.default;
  const state = isWell(life, last) ? 'well' : 'name';
  const how =
    users === 0 ? 'none' : isInUse(life, last) ? (`${state}${isOwned ? 'Owned' : ''}` as const) : users === 1 ? 'one' : 'few';
  const year = yearBy(years[last]);
  const end = fill(story.end[how], { year, users: inWords(users, words), posts: inWords(school.posts, words) });
  const lost = isInUse(life, last) ? undefined : lossesOf(tale).at(-1);
  if (lost === undefined) return { text: end, events: [], rows: [last] };
  return { text: fill(story.lost, { year: yearBy(years[lost]), end }), events: [], rows: [lost, last] };
}

/** What tipped an adoption, with the school it was seen in where that is another one. */
export function howOf({ detail, source = -1, school }: StoryEvent, { nameOf }: StorySchool, { story }: StoryWords): string {
  const { name } = reasons[detail];
  const elsewhere = source >= 0 && source !== school && name in story.seenAt;
  return elsewhere ? fill(story.seenAt[name as keyof typeof story.seenAt], { source: nameOf(source) }) : story.how[name];
}

interface Countable {
  readonly one: string;
  readonly other: string;
}

const pick = ({ one, other }: Countable, n: number): string => (n === 1 ? one : other);

const inWords = (n: number, { numbers }: StoryWords): string => numbers[n] ?? String(n);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const yearsText = (years: readonly number[], words: StoryWords): string => listed([...new Set(years)].map(String), words);

/** Something with its years, or how often where those are many; nothing where it never was. */
function datedText(message: Countable, often: string, years: readonly number[], words: StoryWords): string {
  if (years.length === 0) return '';
  if (years.length > NAMED) return fill(often, { n: inWords(years.length, words) });
  return fill(pick(message, new Set(years).size), { years: yearsText(years, words) });
}

function listed(parts: readonly string[], { and }: StoryWords): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? fill(and, { first: parts.slice(0, -1).join(', '), last }) : last;
}
