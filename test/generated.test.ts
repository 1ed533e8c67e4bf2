import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledgerFiles } from '../cli/found.ts';
import { scenarioJsonSchema } from '../sim/index.ts';
import { studyJsonSchema } from '../study/index.ts';
import { ledgerDocument, modelDocument } from '../words/index.ts';

/** What the code writes stands in the tree as it would write it now; `npm run docs` writes it anew. */
const textOf = (path: string): string => readFileSync(`${import.meta.dirname}/../${path}`, 'utf8');

test('scenarios/scenario.schema.json is the schema of this code', () => {
  expect(JSON.parse(textOf('scenarios/scenario.schema.json'))).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

test('scenarios/studies/study.schema.json is the schema of this code', () => {
  expect(JSON.parse(textOf('scenarios/studies/study.schema.json'))).toEqual(JSON.parse(JSON.stringify(studyJsonSchema())));
});

test('docs/model.md is the description of this code', () => {
  expect(textOf('docs/model.md')).toBe(modelDocument());
});

test('docs/evidence.md is the ledger of this code and of the tables in docs/data', () => {
  expect(textOf('docs/evidence.md')).toBe(ledgerDocument(ledgerFiles()));
});
