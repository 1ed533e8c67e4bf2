/** In the footer: how many futures stand behind What matters, and how many settings were varied at once. */
import { filled, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { file } from './file.ts';
import { progress } from './running.ts';
import { varied } from './varied.ts';

export function RunsLine() {
  const words = panelText.value.matters;
  if (!file.value) return <>{filled(words.footer, { n: whole(progress.value.done), settings: whole(varied.value.length) })}</>;
  const { name, table } = file.value;
  const n = whole(table.pointCount * table.replicates);
  return <>{filled(words.footerFile, { n, name, settings: whole(table.factors.length) })}</>;
}
