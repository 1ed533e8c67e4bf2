/** Every number behind the model, those that matter most first; the rest unfolds group by group, so that the page stays light. */
import { useSignal } from '@preact/signals';
import { fill } from '../../../words/index.ts';
import { Icon } from '../../parts/icon.tsx';
import { count, whole } from '../../state/language.ts';
import { named } from '../../state/named.ts';
import { panelText } from '../../state/paneltext.ts';
import { SettingLine } from './row.tsx';
import { groupLabel, matching, type TrustRow } from './rows.ts';
import { moves, outcomeAsked, progress } from './tried.ts';

/** Rows shown before anything is unfolded, of assumptions and of choices; and of a search. */
const FIRST = { assumption: 8, choice: 5 } as const;
const FOUND = 40;

const kinds = ['assumption', 'choice'] as const;

export function Numbers({ rows, all }: { readonly rows: readonly TrustRow[]; readonly all: number }) {
  const words = panelText.value.trust.numbers;
  const search = useSignal('');
  const found = search.value.trim() === '' ? null : matching(rows, search.value.trim());
  const first = kinds.map((kind) => ({
    kind,
    top: found ? ofKind(found, kind).slice(0, FOUND) : topOf(ofKind(rows, kind), FIRST[kind]),
  }));
  const shown = first.reduce((sum, { top }) => sum + top.length, 0);
  return (
    <section class="trust-numbers" aria-labelledby="trust-numbers">
      <header>
        <h3 id="trust-numbers">
          {words.title} <small class="trust-shown">{fill(words.shown, { shown: whole(shown), all: whole(all) })}</small>
        </h3>
        <input
          type="search"
          placeholder={words.search}
          aria-label={words.search}
          value={search.value}
          onInput={({ currentTarget }) => (search.value = currentTarget.value)}
        />
        <DownloadAll />
      </header>
      <Progress />
      {found?.length === 0 && <p>{words.none}</p>}
      {first.map(({ kind, top }) => (
        <Kind key={kind} kind={kind} top={top} rows={found ? [] : ofKind(rows, kind)} />
      ))}
    </section>
  );
}

const ofKind = (rows: readonly TrustRow[], kind: TrustRow['kind']): readonly TrustRow[] =>
  rows.filter((row) => row.kind === kind);

const shownFirst = new Map<string, readonly string[]>();

/** Those that move the outcome most. While somebody is at a row of the table, the rows stay where they are. */
function topOf(rows: readonly TrustRow[], wanted: number): readonly TrustRow[] {
  const moved = moves.value;
  const kind = rows[0]?.kind ?? '';
  const isHeld = document.activeElement?.closest('.trust-lines') != null;
  const held = isHeld ? shownFirst.get(kind)?.flatMap((path) => rows.find((row) => row.path === path) ?? []) : undefined;
  if (held?.length === wanted) return held;
  const size = ({ path }: TrustRow): number => Math.abs(moved.get(path)?.span ?? -1);
  const top = [...rows].sort((a, b) => size(b) - size(a)).slice(0, wanted);
  shownFirst.set(
    kind,
    top.map(({ path }) => path),
  );
  return top;
}

interface KindProps {
  readonly kind: TrustRow['kind'];
  readonly top: readonly TrustRow[];
  readonly rows: readonly TrustRow[];
}

function Kind({ kind, top, rows }: KindProps) {
  const { numbers: words, outcomes } = panelText.value.trust;
  if (top.length === 0) return null;
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <section class="trust-kind">
      <h4>{words[kind]}</h4>
      <p>{words[`${kind}More`]}</p>
      <Lines
        kind={kind}
        rows={top}
        caption={rows.length === 0 ? words.found : fill(words.most, { outcome: outcomes[outcomeAsked.value.name] })}
      />
      {rows.length > 0 && <h5>{words.groups}</h5>}
      {groups.map((group) => (
        <Group key={group} group={group} rows={rows.filter((row) => row.group === group)} kind={kind} />
      ))}
    </section>
  );
}

/** Rows of a group are made when somebody opens it. */
function Group({
  group,
  rows,
  kind,
}: {
  readonly group: string;
  readonly rows: readonly TrustRow[];
  readonly kind: TrustRow['kind'];
}) {
  const open = useSignal(false);
  const label = groupLabel(named.value!, group);
  return (
    <details class="trust-group" onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
      <summary>
        {label} <small>{count(panelText.value.trust.numbers.count, rows.length)}</small>
      </summary>
      {open.value && <Lines kind={kind} rows={rows} caption={label} />}
    </details>
  );
}

interface LinesProps {
  readonly kind: TrustRow['kind'];
  readonly rows: readonly TrustRow[];
  readonly caption: string;
}

function Lines({ kind, rows, caption }: LinesProps) {
  const { columns } = panelText.value.trust;
  return (
    <table class="trust-lines">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.setting}</th>
          <th scope="col">{columns.evidence}</th>
          <th scope="col">{kind === 'assumption' ? columns.value : columns.chosen}</th>
          <th scope="col">{columns.range}</th>
          <th scope="col">{columns.source}</th>
          <th scope="col" class="trust-moves">
            {columns.moves}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SettingLine key={row.path} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Progress() {
  const words = panelText.value.trust;
  const now = progress.value;
  return (
    <p class="trust-progress" role="status">
      {now && (
        <>
          <progress max={now.all} value={now.done} aria-hidden="true" />
          {fill(now.isAgain ? words.progressMore : words.progress, { done: whole(now.done), all: whole(now.all) })}
        </>
      )}
    </p>
  );
}

function DownloadAll() {
  const download = async (): Promise<void> => {
    const { saveSettings } = await import('./download.ts');
    saveSettings();
  };
  return (
    <button type="button" class="button" onClick={download}>
      <Icon name="download" />
      {panelText.value.trust.numbers.download}
    </button>
  );
}
