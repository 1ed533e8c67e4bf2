/** What comes with the program beside its code: its version and its scenarios. The built program lies one folder below both. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const programVersion = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

const folder = join(root, 'scenarios');

/** Names of the scenarios that come with the program, without their ending. */
export const shippedScenarios = (): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
    : [];

export const shippedPath = (name: string): string => join(folder, `${name}.json`);
