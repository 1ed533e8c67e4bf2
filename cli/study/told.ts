/** What a plan says of itself on the screen and to programs. */
import { availableParallelism } from 'node:os';
import { chunksOf, runsOf } from './chunks.ts';
import type { Planned } from './plan.ts';
import { lengthText } from './progress.ts';

const count = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** `18 MB`, with two digits that mean something. */
function sizeText(bytes: number): string {
  const [unit, size] = (bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9]) as [string, number];
  return `${Number(Math.max(1, bytes / size).toPrecision(2))} ${unit}`;
}

export function planFacts({ folder, pace, proposal, isNew }: Planned) {
  const { manifest, dir } = folder;
  const runs = runsOf(manifest);
  const seconds = pace.seconds * runs;
  return {
    dir,
    id: manifest.id,
    isNew,
    title: folder.study.title,
    points: manifest.points,
    replicates: manifest.replicates,
    runs,
    chunk: manifest.chunk,
    chunks: chunksOf(manifest),
    shards: Math.min(proposal.shards, chunksOf(manifest)),
    secondsARun: pace.seconds,
    coreHours: seconds / 3600,
    secondsHere: seconds / availableParallelism(),
    bytes: Math.round(pace.bytes * runs),
  };
}

export function planLines(planned: Planned): readonly string[] {
  const facts = planFacts(planned);
  const { title, points, replicates, runs, chunk, chunks, shards, secondsARun, coreHours, secondsHere, bytes, dir } = facts;
  return [
    title,
    `${count(points, 'point')} of ${count(replicates, 'future')} each: ${count(runs, 'run')} of about ${secondsARun < 1 ? `${Number((secondsARun * 1000).toPrecision(2))} ms` : lengthText(secondsARun)}.`,
    `${coreHours < 0.1 ? 'Less than 0.1' : coreHours.toPrecision(2)} core-hours: about ${lengthText(secondsHere)} on the ${count(availableParallelism(), 'core')} here, or ${count(shards, 'shard')} on a cluster.`,
    `${count(chunks, 'chunk')} of ${count(chunk, 'run')}, about ${sizeText(bytes)} on disk; the tables take as much again.`,
    ...planned.pace.faulty.map(({ run, point, reason }) => `Run ${run}, at point ${point}, fails: ${reason}`),
    `${planned.isNew ? 'Planned in' : 'The study was already planned in'} ${dir}`,
  ];
}
