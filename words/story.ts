/** What became of one school in one future: a few sentences and a dated list, each from an event of the run. */
import { affiliations, reasons, type StoryEvent } from '../sim/index.ts';
import { fill } from './fill.ts';
import { en } from './messages/en.ts';

export interface StorySchool {
  readonly name: string;
  readonly posts: number;
  /** Educators using the innovation at the end. */
  readonly using: number;
  readonly years: number;
}

export interface Story {
  readonly text: string;
  /** Years since the start; a line may sum up several events of one kind. */
  readonly events: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

const words = en.story;
const PILOTING = affiliations.indexOf('piloting');

const counted = (n: number, of: { readonly none: string; readonly one: string; readonly some: string }): string =>
  n === 0 ? of.none : n === 1 ? of.one : fill(of.some, { n });

const yearsText = (n: number): string => (n === 1 ? words.years.one : fill(words.years.some, { n }));

const when = (year: number): string =>
  year < 1 ? words.when.first : fill(words.when.later, { years: yearsText(Math.round(year)) });

export function storyOf(events: readonly StoryEvent[], school: StorySchool): Story {
  const inOrder = [...events].sort((a, b) => a.year - b.year);
  return { text: paragraph(inOrder, school), events: dated(inOrder) };
}

function paragraph(events: readonly StoryEvent[], { name, posts, using, years }: StorySchool): string {
  const of = (kind: string): readonly StoryEvent[] => events.filter((event) => event.kind === kind);
  const adopted = of('adopted');
  const invited = of('affiliation').find(({ detail }) => detail === PILOTING);
  const sentences: string[] = [];
  if (invited) sentences.push(fill(words.invited, { school: name, when: when(invited.year) }));
  if (adopted.length === 0) sentences.push(fill(words.never, { school: name }));
  else {
    const [first] = adopted;
    if (!invited)
      sentences.push(fill(words.began, { school: name, when: when(first.year), reason: reasons[first.detail].label }));
    const began = capital(counted(new Set(adopted.map(({ post }) => post)).size, words.count));
    sentences.push(fill(words.spread, { began, reason: reasons[commonest(adopted)].label }));
    sentences.push(
      fill(words.losses, {
        stopped: counted(of('stopped').length, words.count),
        left: counted(of('left').filter(({ year }) => year >= first.year).length, words.count),
        leaders: counted(of('leaderLeft').filter(({ year }) => year >= first.year).length, words.leaders),
      }),
    );
  }
  return [...sentences, fill(words.end, { years: yearsText(years), using, posts })].join(' ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The detail that most events share; of equals the first. */
function commonest(events: readonly StoryEvent[]): number {
  const counts = new Map<number, number>();
  for (const { detail } of events) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** Events in order; equal ones that follow each other are one line. */
function dated(events: readonly StoryEvent[]): Story['events'] {
  const lines: { from: number; to: number; text: string; n: number }[] = [];
  for (const event of events) {
    const text = eventText(event);
    const last = lines.at(-1);
    if (last?.text === text) {
      last.to = event.year;
      last.n++;
    } else lines.push({ from: event.year, to: event.year, text, n: 1 });
  }
  return lines.map(({ n, ...line }) => (n === 1 ? line : { ...line, text: fill(words.several, { text: line.text, n }) }));
}

function eventText({ kind, detail }: StoryEvent): string {
  const template = words.events[kind as keyof typeof words.events];
  if (!template) throw new Error(`expected one of ${Object.keys(words.events).join(', ')}, got ${kind}`);
  return fill(template, { detail: kind === 'affiliation' ? affiliations[detail] : (reasons[detail]?.label ?? '') });
}
