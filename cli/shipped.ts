/** What comes with the program beside its code: its version, its scenarios and what runs have found. The built program lies one folder below both. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export const programVersion = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

const folder = join(root, 'scenarios');

/** Names of the JSON files of a folder, without their ending; schemas aside. */
const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
    : [];

/** Names of the scenarios that come with the program, without their ending. */
export const shippedScenarios = (): readonly string[] => namesIn(folder);
export const shippedPath = (name: string): string => join(folder, `${name}.json`);

/** Names of the studies that come with the program, without their ending. */
export const shippedStudies = (): readonly string[] => namesIn(join(folder, 'studies'));
export const shippedStudyPath = (name: string): string => join(folder, 'studies', `${name}.json`);

/** A table of what runs have found, beside the documents that are written from it. */
export const shippedTablePath = (name: string): string => join(root, 'docs', 'data', `${name}.csv`);
