/** What failed, where the numbers come from, how to cite them, and how to make any of them again. */
import { cited } from '../../words/index.ts';
import type { StudyResults } from '../study/read.ts';
import { Table } from './figure.tsx';

export const Failures = ({ results: { runs, missing, failed, failures } }: { readonly results: StudyResults }) => (
  <section aria-labelledby="failures">
    <h2 id="failures">Runs that failed</h2>
    <p>{failedText(runs, missing, failed)}</p>
    {failures.length > 0 && (
      <Table
        caption={failed > failures.length ? `The first ${failures.length} of ${failed}` : 'All of them'}
        chart={{
          columns: ['Run', 'Point', 'Future', 'Status', 'Reason'].map((name) => ({ name })),
          rows: failures.map(({ run, point, replicate, status, reason }) => [run, point, replicate, status, reason]),
        }}
      />
    )}
  </section>
);

const count = (n: number): string => n.toLocaleString('en');

function failedText(runs: number, missing: number, failed: number): string {
  const there =
    missing === 0 ? `All ${count(runs)} runs are there` : `${count(missing)} of ${count(runs)} runs are not there yet`;
  return failed === 0 ? `${there}, and none failed.` : `${there}; ${count(failed)} failed and are left out of every answer.`;
}

interface ProvenanceProps {
  readonly results: StudyResults;
  /** SHA-256 of all rows, once they are collected. */
  readonly digest: string | undefined;
}

export function Provenance({ results: { manifest, study, dir, runs }, digest }: ProvenanceProps) {
  const { program, model } = manifest.takingRoot;
  const facts = [
    ['Program', `${cited.title}, version ${program}`],
    ['Model', `version ${model}`],
    ['Study', manifest.studyId],
    ['Manifest (SHA-256)', manifest.check],
    ['Results (SHA-256)', digest ?? 'not collected yet: taking-root collect writes it'],
    ['Arithmetic', manifest.numerics],
    ['Seed', study.seed],
    ['Runs', count(runs)],
  ];
  return (
    <section aria-labelledby="provenance">
      <h2 id="provenance">Where the numbers come from</h2>
      <dl>
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </>
        ))}
      </dl>
      <h3>How to cite it</h3>
      <p>{`${cited.authors}. ${cited.title}. Version ${program}, model ${model}. Study “${study.title}”, results ${digest?.slice(0, 12) ?? 'not collected'}.`}</p>
      <h3>How to make a row again</h3>
      <p>Any run is made again, and its digest compared, by its number in results.csv:</p>
      <pre tabindex={0}>{`taking-root rebuild ${dir} 0`}</pre>
      <p>The whole study is planned again from the study file below, which holds its scenario:</p>
      <details>
        <summary>The study file</summary>
        <pre tabindex={0}>{JSON.stringify(manifest.study, null, 2)}</pre>
      </details>
    </section>
  );
}
