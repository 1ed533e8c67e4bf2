/** What each column of a school file was taken for, and the way to say otherwise. */
import { useSignal } from '@preact/signals';
import type { Mapping, Role } from '../../formats/index.ts';
import { fill } from '../../words/index.ts';
import { panelText } from '../state/paneltext.ts';

interface ColumnTableProps {
  readonly header: readonly string[];
  /** Columns that were read, by what they mean. */
  readonly columns: { readonly [R in Role]?: readonly string[] };
  readonly mapping: Mapping;
  readonly change: (role: Role, column: string | null) => Promise<void>;
}

export function ColumnTable({ header, columns, mapping, change }: ColumnTableProps) {
  const words = panelText.value.systems;
  const roles: Readonly<Record<Role, string>> = words.roles;
  return (
    <details class="systems-columns" open>
      <summary>{words.own.columns}</summary>
      <p class="systems-small">{words.own.columnsAbout}</p>
      <div class="systems-roles">
        {(Object.keys(roles) as Role[]).map((role) => (
          <ColumnChoice
            key={role}
            label={roles[role]}
            role={role}
            header={header}
            read={columns[role] ?? [mapping[role] ?? []].flat()}
            change={change}
          />
        ))}
      </div>
    </details>
  );
}

interface ColumnChoiceProps extends Pick<ColumnTableProps, 'header' | 'change'> {
  readonly label: string;
  readonly role: Role;
  readonly read: readonly string[];
}

const NONE = 'none';
const SEVERAL = 'several';
/** Columns that every choice offers from the beginning; those of wider files come when the choice is opened. */
const AT_ONCE = 100;

/** Options go by the column's place, so that no column's name can be mistaken for another choice. */
function ColumnChoice({ label, role, header, read, change }: ColumnChoiceProps) {
  const words = panelText.value.systems.own;
  const open = useSignal(header.length <= AT_ONCE);
  const value = read.length === 0 ? NONE : read.length > 1 ? SEVERAL : `${header.indexOf(read[0])}`;
  return (
    <label>
      <span>{label}</span>
      <select
        onFocus={() => (open.value = true)}
        value={value}
        onChange={({ currentTarget }) => {
          const to = currentTarget.value;
          if (to !== SEVERAL) void change(role, to === NONE ? null : header[Number(to)]);
        }}
      >
        <option value={NONE}>{words.none}</option>
        {read.length > 1 && (
          <option value={SEVERAL}>{fill(role === 'area' ? words.firstOf : words.several, { columns: read.join(', ') })}</option>
        )}
        {header.map(
          (name, i) =>
            (open.value || name === read[0]) && (
              <option key={i} value={`${i}`}>
                {name}
              </option>
            ),
        )}
      </select>
    </label>
  );
}
