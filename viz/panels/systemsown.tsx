/** Schools from somebody's own file: chosen or dropped, read by the desk, shown with all that was assumed, and then used. */
import { fill } from '../../words/index.ts';
import type { SchoolsFile } from '../../workers/index.ts';
import { moving } from '../state/grounds.ts';
import { count, whole } from '../state/language.ts';
import { moveTo } from '../state/moveto.ts';
import { panelText } from '../state/paneltext.ts';
import { panel } from '../state/store.ts';
import { ACCEPTED, takeFiles } from '../state/taking.ts';
import { ColumnTable } from './systemscolumns.tsx';
import { type FileRead, found, MOST_SCHOOLS, reading, remapped, systemOfFile } from './systemsread.ts';
import { Assumed, ProblemTable } from './systemsreport.tsx';

export function SchoolsOfOwn() {
  const words = panelText.value.systems.own;
  const read = found.value;
  return (
    <section class="systems-own">
      <h3>{words.title}</h3>
      <p>{words.about}</p>
      <DropZone />
      <p class="systems-small">
        {words.helps} {words.network} {words.plan}
      </p>
      <p role="status">{reading.value !== null && fill(words.reading, { name: reading.value })}</p>
      {read && <Report read={read} />}
    </section>
  );
}

/** The way by keyboard and by hand; what is dropped here is heard by the whole page. */
function DropZone() {
  const words = panelText.value.systems.own;
  return (
    <div class="systems-drop">
      <label>
        {words.drop} <span class="button">{words.choose}</span>
        <input
          type="file"
          class="visually-hidden"
          multiple
          accept={ACCEPTED}
          onChange={({ currentTarget }) => {
            void takeFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}

function Report({ read }: { readonly read: FileRead }) {
  const { answer, header, mapping } = read;
  const isTooMany = !answer.ok && answer.schools > MOST_SCHOOLS;
  return (
    <div class="systems-report">
      {answer.ok ? <Summary file={answer.value} read={read} /> : <Refusal read={read} />}
      {!answer.ok && !isTooMany && <ProblemTable problems={answer.problems} />}
      {header.length > 0 && !isTooMany && (
        <ColumnTable header={header} columns={answer.ok ? answer.value.columns : {}} mapping={mapping} change={remapped} />
      )}
      {answer.ok && <Assumed of={answer.value.assumed} />}
      {answer.ok && <ProblemTable problems={answer.value.problems} />}
    </div>
  );
}

function Refusal({ read: { name, answer } }: { readonly read: FileRead }) {
  const words = panelText.value.systems.own;
  const schools = answer.ok ? 0 : answer.schools;
  return (
    <p class="systems-refused">
      <strong>{fill(words.refused, { name })}</strong>{' '}
      {schools > MOST_SCHOOLS && fill(words.tooMany, { n: whole(schools), most: whole(MOST_SCHOOLS) })} {words.unusable}
    </p>
  );
}

const sum = (numbers: ArrayLike<number>): number => Array.from(numbers).reduce((all, n) => all + n, 0);

function Summary({ file, read }: { readonly file: SchoolsFile; readonly read: FileRead }) {
  const words = panelText.value.systems;
  const { name } = read;
  const { counts, table } = file;
  const counted = (message: Parameters<typeof count>[0], inFile: number, inTable: ArrayLike<number>): string => {
    const said = count(message, Math.round(sum(inTable)));
    return inFile > 0 ? said : fill(words.own.guessed, { said });
  };
  const use = async (): Promise<void> => {
    if (await moveTo(systemOfFile(read), { ...file, name })) panel.value = null;
  };
  return (
    <>
      <p>
        <strong>{fill(words.own.read, { name })}</strong> {count(words.schools, counts.schools)},{' '}
        {count(words.districts, counts.districts)}, {counts.regions > 1 && `${count(words.regions, counts.regions)}, `}
        {counted(words.pupils, counts.pupils, table.pupils)}, {counted(words.educators, counts.educators, table.educators)}.{' '}
        {counts.leftOut > 0 && count(words.own.leftOut, counts.leftOut)}
      </p>
      <p class="systems-deeds">
        <button type="button" class="button primary" disabled={moving.value} onClick={() => void use()}>
          {words.own.use}
        </button>
        <button type="button" class="button quiet" onClick={() => (found.value = null)}>
          {words.own.forget}
        </button>
      </p>
    </>
  );
}
