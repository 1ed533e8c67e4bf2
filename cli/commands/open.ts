/** `open LINK`: what a link of the page says, run again here, and whether it gives the same numbers to the last bit. */
import { Command } from '@commander-js/extra-typings';
import { fileDigest, readLink } from '../../formats/link.ts';
import { LINK_FUTURES, type LinkState, linkDigest } from '../../formats/linkstate.ts';
import { MODEL_VERSION, parseScenario, type Scenario } from '../../sim/index.ts';
import { sentence } from '../../words/index.ts';
import { placesOf } from '../../workers/places.ts';
import { runAll } from '../ensembles.ts';
import type { LoadedScenario } from '../loaded.ts';
import type { Finished } from '../output.ts';
import { print, printJson, wrapped } from '../print.ts';
import { BadInput, refuse } from '../problems.ts';
import { schoolsOf } from '../schools.ts';

const reasons = {
  form: 'the link is written in a form that this version does not know',
  damaged: 'the link is damaged: part of it is missing or changed',
  large: 'the link holds more than two plans could',
} as const;

export const openCommand = new Command('open')
  .description('run the plans of a link from the page, and say whether its numbers are the same here')
  .argument('<link>', 'the whole address, or what stands after its #')
  .option('--json', 'print the result as JSON, for programs')
  .action(async (link, { json }) => {
    const read = readLink(link.replace(/^[^#]*#/, ''));
    if (!read.ok) return refuse('link', reasons[read.reason]);
    const state = read.value as LinkState;
    const loaded = (['a', 'b'] as const).filter((id) => id === 'a' || state.b !== undefined).map((id) => planOf(state, id));
    const finished: Finished[] = [];
    if (await runAll(loaded, { replicates: String(LINK_FUTURES) }, (done) => finished.push(done))) {
      process.exitCode = 130;
      return;
    }
    const plans = finished.map(({ loaded: { name, scenario }, ensemble }) => {
      const digest = linkDigest(ensemble.runs)!;
      const said = state.digests?.[name as 'a' | 'b'];
      return { plan: name, title: scenario.title, digest, said, same: said === digest, sentence: sentence(ensemble).text };
    });
    const isSame = plans.every(({ same }) => same);
    if (plans.some(({ said, same }) => said !== undefined && !same)) process.exitCode = 1;
    if (json) return printJson({ model: MODEL_VERSION, madeWith: state.model, same: isSame, plans });
    for (const { plan, title, digest, said, same, sentence } of plans) {
      const verdict = said === undefined ? 'the link carries no digest' : same ? 'matches the link' : `the link says ${said}`;
      print(`${plan.toUpperCase()}  ${title}`, wrapped(sentence), `${digest}: ${verdict}`, '');
    }
    if (state.model !== MODEL_VERSION) print(`The link was made with model ${state.model}, this is model ${MODEL_VERSION}.`);
  });

/** A plan of a link, held to what a scenario file is held to; schools from a file are looked for in this folder. */
function planOf(state: LinkState, id: 'a' | 'b'): LoadedScenario {
  const file = `link, plan ${id.toUpperCase()}`;
  const parsed = parseScenario(state[id]);
  if (!parsed.ok) throw new BadInput(parsed.problems.map((problem) => ({ file, ...problem })));
  const scenario: Scenario = parsed.value;
  const schools = schoolsOf(scenario, process.cwd());
  const nowhere = placesOf(scenario, schools?.table);
  if (nowhere.length > 0) throw new BadInput(nowhere.map((problem) => ({ file, ...problem })));
  const files = schools?.files ?? [];
  if (files.length > 0 && state.file && fileDigest(files.map(({ sha256 }) => sha256)) !== state.file.sha256)
    refuse(files.map(({ name }) => name).join(', '), 'is not what the link was made with');
  return { name: id, scenario, folder: process.cwd(), sha256: '', schools };
}
