/** A Snakefile: a job a shard, then the collection; runs here, and on whatever Snakemake is told to use. */
import { type Engine, type Job, workWords } from './engine.ts';

export const snakemake: Engine = {
  name: 'snakemake',
  about: 'a Snakefile; runs here, or on a cluster by Snakemake’s own options',
  refusal: ({ folder }) =>
    /[{}]/.test(folder)
      ? { file: 'DIR', path: '', message: 'expected a folder without braces in its path, which Snakemake keeps for itself' }
      : undefined,
  text,
};

/** A text as Python writes it; JSON's escapes mean the same there. */
const python = (text: string): string => JSON.stringify(text);

/** The same for a command, in which Snakemake would fill in what stands between braces. */
const command = (text: string): string => python(text.replaceAll('{', '{{').replaceAll('}', '}}'));

function text(job: Job): string {
  const { folder, program, shards, only, atOnce, minutes, memory } = job;
  const cores = atOnce ?? 'all';
  // A marker tells Snakemake that a shard was done, which is no longer so when it is asked for by number.
  const again = only ? ' --forcerun shard' : '';
  return `# Shards of a study. After a kill: snakemake --snakefile THIS_FILE --unlock --cores 1, then the same again.
# snakemake --snakefile THIS_FILE --cores ${cores}${again}
workdir: ${python(folder)}
PROGRAM = ${command(program)}
SHARDS = ${only ? `[${only.join(', ')}]` : `range(${shards})`}
DONE = "logs/shards/{shard}-of-${shards}.done"

localrules: all, collect

rule all:
    input: "results.sha256"

rule shard:
    output: touch(DONE)
    resources: mem_mb=${memory}, runtime=${minutes}
    retries: 2
    shell: PROGRAM + " ${workWords('.', job)} {wildcards.shard}/${shards}"

rule collect:
    input: expand(DONE, shard=SHARDS)
    output: "results.sha256"
    shell: PROGRAM + " collect ."
`;
}
