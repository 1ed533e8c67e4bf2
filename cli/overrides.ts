/** What the command line puts in place of a file's own, before the whole is believed: as if the file said so. */
import { refuse } from './problems.ts';

/** `ingredients.alliances=0.8` as a path and a value; what is not JSON is text. */
export function settingOf(text: string): { readonly path: string; readonly value: unknown } {
  const at = text.indexOf('=');
  if (at < 1) return refuse('--set', `found "${text}", expected path=value, such as ingredients.alliances=0.8`);
  const [path, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  try {
    return { path, value: JSON.parse(value) };
  } catch {
    return { path, value };
  }
}
