/** One HTML file with everything that a study says: no script, no request, light or dark as its reader's screen is. */
import { looks } from '../../viz/charts/study/looks.ts';
import { markup } from '../../viz/charts/study/markup.ts';
import { spreadOf } from '../../viz/charts/study/pictures.tsx';
import { pictureWords as words } from '../../words/index.ts';
import type { StudyResults } from '../study/read.ts';
import { Question } from './answered.tsx';
import { Figure } from './figure.tsx';
import { Failures, Provenance } from './provenance.tsx';
import type { Asked } from './questions.ts';
import style from './report.css?raw';
import { Studied } from './studied.tsx';

interface ReportProps {
  readonly results: StudyResults;
  readonly asked: readonly Asked[];
  readonly digest: string | undefined;
}

export function reportOf(props: ReportProps): string {
  const { title } = props.results.study;
  const head = markup(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:" />
      <title>{`${title} · Taking Root`}</title>
    </>,
  );
  return `<!doctype html>\n<html lang="en">\n<head>${head}<style>${looks}\n${style}</style></head>\n<body>${markup(<Report {...props} />)}</body>\n</html>\n`;
}

const count = (n: number): string => n.toLocaleString('en');

function Report({ results, asked, digest }: ReportProps) {
  const { study, table, runs } = results;
  const answered = asked.filter(({ told }) => told.length > 0);
  const silent = asked.filter(({ told }) => told.length === 0);
  const places = [
    ['studied', 'What was studied'],
    ['came-out', 'What came out'],
    ...answered.map(({ question, title }) => [question, title]),
    ...(silent.length > 0 ? [['unanswered', 'What it cannot answer']] : []),
    ['failures', 'Runs that failed'],
    ['provenance', 'Where the numbers come from'],
  ];
  return (
    <>
      <a class="skip" href="#main">
        Skip to the answers
      </a>
      <header>
        <p class="brand">
          <Mark />
          Taking Root
        </p>
        <h1>{study.title}</h1>
        <ul class="facts">
          <li>
            <strong>{count(table.pointCount)}</strong> points
          </li>
          <li>
            <strong>{count(table.replicates)}</strong> futures each
          </li>
          <li>
            <strong>{count(runs)}</strong> runs
          </li>
          <li>
            <strong>{table.factors.length}</strong> inputs varied
          </li>
        </ul>
        <nav aria-label="Contents">
          <ol>
            {places.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      <main id="main" tabindex={-1}>
        <section aria-labelledby="in-short">
          <h2 id="in-short">In short</h2>
          {answered.map(({ question, told: [{ sentence }] }) => (
            <p class="say" key={question}>
              {sentence}
            </p>
          ))}
          <div class="care">
            <strong>This is about a model</strong>
            What follows says what the rules of the model lead to, not what will happen in any real place. Use it to think with,
            and to decide what to find out first.
          </div>
        </section>
        <Studied study={study} table={table} />
        <section aria-labelledby="came-out">
          <h2 id="came-out">What came out</h2>
          <div class="pictures">
            {table.outcomes.map((outcome) => (
              <Figure
                key={outcome.name}
                picture={spreadOf(outcome, table.values[outcome.name], words)}
                said="How often each size was met over all runs."
                part="half"
              />
            ))}
          </div>
        </section>
        {answered.map((one) => (
          <Question key={one.question} asked={one} table={table} />
        ))}
        {silent.length > 0 && (
          <section aria-labelledby="unanswered">
            <h2 id="unanswered">What it cannot answer</h2>
            {silent.map(({ question, title, refused: [{ why }] }) => (
              <p key={question}>
                <strong>{title}</strong> {why}
              </p>
            ))}
          </section>
        )}
        <Failures results={results} />
        <Provenance results={results} digest={digest} />
      </main>
      <footer>Made by Taking Root from a study folder. It asks nobody for anything and holds no script.</footer>
    </>
  );
}

/** Two schools that have it in name and one that uses it well. */
const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
    <circle cx="6.5" cy="18" r="4.2" fill="none" stroke="var(--name-ink)" stroke-width="1.8" />
    <circle cx="13" cy="7" r="4.2" fill="none" stroke="var(--name-ink)" stroke-width="1.8" />
    <path d="M8.9 8.2a4.2 4.2 0 0 0 8.2 0Z" fill="var(--name)" />
    <circle cx="19.5" cy="18" r="5.1" fill="var(--well)" />
  </svg>
);
