/** What a study is: its question, what it varied and on what evidence, how its points were chosen, and what it kept. */
import { settings } from '../../sim/index.ts';
import type { Factor, FactorColumn, ResolvedStudy, StudyTable } from '../../study/index.ts';
import type { Chart } from '../../viz/charts/chart.ts';
import { Table } from './figure.tsx';

export const Studied = ({ study, table }: { readonly study: ResolvedStudy; readonly table: StudyTable }) => (
  <section aria-labelledby="studied">
    <h2 id="studied">What was studied</h2>
    {study.description && <p>{study.description}</p>}
    {study.lookFor && (
      <p>
        <strong>What to look for.</strong> {study.lookFor}
      </p>
    )}
    <p>{designText(study, table)}</p>
    <h3>What was varied</h3>
    <Table caption="Inputs, what they were set to, and how well each is known" chart={inputsOf(study, table)} />
    <p class="quiet">
      Evidence grades: A several measured studies, B one study, C a source document or judgement, D assumed. Ranges of C and D are
      dashed in the pictures.
    </p>
    <h3>What was kept of each run</h3>
    <Table
      caption="Outcomes"
      chart={{
        columns: [{ name: 'Name' }, { name: 'Outcome' }, { name: 'Unit' }],
        rows: table.outcomes.map(({ name, label, unit }) => [name, label, unit]),
      }}
    />
  </section>
);

const count = (n: number): string => n.toLocaleString('en');

function designText({ design, luck, base, seed }: ResolvedStudy, { pointCount, replicates }: StudyTable): string {
  const shared =
    luck === 'same' ? 'Future k of every point went through the same luck.' : 'Every run went through luck of its own.';
  return `Everything starts from the scenario “${base.title}”. ${count(pointCount)} points were chosen by a ${design.kind} design, and each was run through ${count(replicates)} futures: ${count(pointCount * replicates)} runs from seed ${seed}. ${shared}`;
}

function inputsOf({ factors }: ResolvedStudy, table: StudyTable): Chart {
  return {
    columns: ['Input', 'Set to', 'Unit', 'Grade', 'Source', 'Setting'].map((name) => ({ name })),
    rows: factors.map((factor, i) => {
      const rows = rowsBehind(factor);
      return [
        table.factors[i].label,
        valuesText(table.factors[i]),
        distinct(rows.map(({ quantity }) => quantity.unit)),
        table.factors[i].grade,
        distinct(rows.map(({ quantity }) => quantity.source)),
        'paths' in factor ? factor.paths.join(', ') : 'plans' in factor ? 'named plans' : 'scenarios',
      ];
    }),
  };
}

const rowsBehind = (factor: Factor) => ('paths' in factor ? settings.filter(({ path }) => factor.paths.includes(path)) : []);

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

function valuesText({ choices, levels, range: [low, high] }: FactorColumn): string {
  if (choices) return choices.join(', ');
  return levels && levels.length <= 8 ? levels.join(', ') : `${low} to ${high}`;
}
