/** Reference data that stand beside the checkout, where there are any. */
import { existsSync, readFileSync } from 'node:fs';

const FOLDER = '../shared/data';

/** The text of a file of reference data; undefined, with a message, where the data are not at hand. */
export function sharedText(path: string): string | undefined {
  if (existsSync(`${FOLDER}/${path}`)) return readFileSync(`${FOLDER}/${path}`, 'utf8');
  console.warn(`skipped what needs ${FOLDER}/${path}, which is not here`);
  return undefined;
}

export function sharedJson<T>(path: string): T | undefined {
  const text = sharedText(path);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}
