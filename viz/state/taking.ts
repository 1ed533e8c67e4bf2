/** Files that somebody drops or chooses: what they are is known by how their names end; what is none of it is refused in words. */
import { fill } from '../../words/index.ts';
import { visit } from './change.ts';
import { faults, openFile } from './files.ts';
import { panelText } from './paneltext.ts';
import { destination, edited, panel } from './store.ts';

const PLAN = /\.(json|ya?ml)$/i;
const TABLE = /\.(csv|tsv|txt)$/i;
/** Results of a study, by the names that the command line gives them. */
const RESULTS = /\.parquet$|(^|[^a-z])results\.csv$/i;

/** What a field for files offers to choose from. */
export const ACCEPTED = '.csv,.tsv,.txt,.json,.yaml,.yml,text/csv';

/** Takes a plan, a table of schools, the two tables of a network, or results of a study, and shows what came of it. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const words = panelText.value.systems.dropped;
  const [first, second] = files;
  if (!first) return;
  const isOfStudy = ({ name }: File): boolean => RESULTS.test(name) || (destination.value === 'matters' && TABLE.test(name));
  if (files.some(isOfStudy)) {
    visit('matters');
    return (await import('../matters/file.ts')).openResults(files);
  }
  const strange = files.find(({ name }) => !PLAN.test(name) && !TABLE.test(name));
  if (strange) return refuse(strange.name, words.strange);
  if (files.length === 1 && PLAN.test(first.name)) {
    await openFile(first, edited.value);
    panel.value = null;
    return;
  }
  if (files.length > 2 || files.some(({ name }) => PLAN.test(name)))
    return refuse(files.map(({ name }) => name).join(', '), fill(words.many, { n: files.length }));
  faults.value = null;
  panel.value = { kind: 'systems' };
  const { readNetworkFiles, readSchoolsFile } = await import('../panels/systemsread.ts');
  await (second ? readNetworkFiles(first, second) : readSchoolsFile(first));
}

function refuse(name: string, message: string): void {
  panel.value = null;
  faults.value = { name, problems: [{ path: '', message }] };
}
