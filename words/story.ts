/**
 * What became of one school in one future: a few sentences and a dated list. Every sentence stands on events of the run or on the
 * school's state at a step, and carries them along.
 */
import { affiliations, type SchoolLife, type StoryEvent } from '../sim/index.ts';
import { fill, plainText, type Segment, segments } from './fill.ts';
import { panels } from './messages/en/panels.ts';
import { howOf, type StoryWords, sentencesOf } from './teller.ts';

export interface StorySchool {
  readonly name: string;
  readonly posts: number;
  /** The name of another school, by its place. */
  nameOf(school: number): string;
}

/** What a run keeps of a school whose story was asked for. */
export interface Told {
  readonly events: readonly StoryEvent[];
  readonly life: SchoolLife;
  /** Years of the life's steps, from 0. */
  readonly years: ArrayLike<number>;
}

/** A sentence and what it stands on: events, and steps at which the school was as it says. */
export interface StorySentence {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly events: readonly StoryEvent[];
  readonly rows: readonly number[];
}

export interface Story {
  readonly text: string;
  readonly sentences: readonly StorySentence[];
  /** Years since the start; a line may sum up several events of one kind. */
  readonly events: readonly { readonly from: number; readonly to: number; readonly text: string }[];
}

export function storyOf(told: Told, school: StorySchool, words: StoryWords = panels.why): Story {
  const events = [...told.events].sort((a, b) => a.year - b.year);
  const sentences = sentencesOf({ ...told, events }, school, words).map(({ text, ...grounds }) => {
    const parts = segments(text);
    return { text: plainText(parts), segments: parts, ...grounds };
  });
  return { text: sentences.map(({ text }) => text).join(' '), sentences, events: dated(events, school, words) };
}

/** Events in order; equal ones that follow each other are one line. */
function dated(events: readonly StoryEvent[], school: StorySchool, words: StoryWords): Story['events'] {
  const lines: { from: number; to: number; text: string; n: number }[] = [];
  for (const event of events) {
    const text = eventText(event, school, words);
    const last = lines.at(-1);
    if (last?.text === text) {
      last.to = event.year;
      last.n++;
    } else lines.push({ from: event.year, to: event.year, text, n: 1 });
  }
  return lines.map(({ n, ...line }) => (n === 1 ? line : { ...line, text: fill(words.story.several, { text: line.text, n }) }));
}

function eventText(event: StoryEvent, school: StorySchool, words: StoryWords): string {
  const { events, affiliation } = words.story;
  if (event.kind === 'affiliation') return affiliation[affiliations[event.detail]];
  const kind = event.kind === 'left' && event.detail === 1 ? 'leftUser' : event.kind;
  const template = events[kind as keyof typeof events];
  if (!template) throw new Error(`expected one of ${Object.keys(events).join(', ')}, got ${kind}`);
  return fill(template, event.kind === 'adopted' ? { how: howOf(event, school, words) } : {});
}
