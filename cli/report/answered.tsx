/** Each question that the design can answer: the sentence, the pictures, what to bear in mind; other outcomes folded away. */
import type { StudyTable } from '../../study/index.ts';
import { picturesOf } from '../../viz/charts/study/pictures.tsx';
import { pictureWords as words } from '../../words/index.ts';
import { Figure } from './figure.tsx';
import type { Asked, Told } from './questions.ts';

interface QuestionProps {
  readonly asked: Asked;
  readonly table: StudyTable;
}

export const Question = ({ asked: { question, title, told, refused }, table }: QuestionProps) => (
  <section aria-labelledby={question}>
    <h2 id={question}>{title}</h2>
    {told.map((one, i) =>
      i === 0 ? (
        <>
          <h3>{one.answer.outcome.label}</h3>
          <Answered told={one} table={table} />
        </>
      ) : (
        <details class="other" key={one.answer.outcome.name}>
          <summary>{one.answer.outcome.label}</summary>
          <Answered told={one} table={table} />
        </details>
      ),
    )}
    {refused.map(({ outcome, why }) => (
      <p class="quiet" key={outcome}>{`${outcome}: ${why}`}</p>
    ))}
  </section>
);

function Answered({ told: { answer, sentence, cautions }, table }: { readonly told: Told; readonly table: StudyTable }) {
  return (
    <>
      <p class="say">{sentence}</p>
      <div class="pictures">
        {picturesOf(answer, table, words).map((picture, i) => (
          <Figure
            key={picture.name}
            picture={picture}
            said={sentence}
            part={i === 0 && WIDE.includes(picture.name) ? 'whole' : 'half'}
          />
        ))}
      </div>
      {cautions.length > 0 && (
        <div class="care">
          <strong>Read with care</strong>
          <ul>
            {cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Pictures that need the whole width: their columns are inputs or settings. */
const WIDE: readonly string[] = ['pairs', 'holds'];
