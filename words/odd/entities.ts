/** Entities and their state, from the declarations of their columns. */
import {
  type ColumnSpec,
  clusterColumns,
  districtColumns,
  educatorColumns,
  innovationColumns,
  schoolColumns,
  systemColumns,
} from '../../sim/index.ts';
import { table } from './markdown.ts';

const entities: readonly {
  readonly name: string;
  readonly about: string;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
}[] = [
  {
    name: 'Educators',
    about: 'One row is a post, not a person: when someone leaves, the successor takes the same row and starts afresh.',
    columns: educatorColumns,
  },
  {
    name: 'Schools',
    about: 'A school with its leader, its place, its pupils and their disadvantage, which do not change, and a state that does.',
    columns: schoolColumns,
  },
  {
    name: 'Districts',
    about:
      'Schools under one office, with a leader, rules and a capacity to help. Districts may lie in regions (provinces, states, counties), which have no state of their own: a plan names them instead of each of their districts, and measures add up over them.',
    columns: districtColumns,
  },
  {
    name: 'Clusters',
    about: 'Schools, researchers and entrepreneurs who work together across district borders.',
    columns: clusterColumns,
  },
  {
    name: 'Innovations',
    about: 'What is scaled, including local variants that educators make. Its true effect is hidden from everybody in the model.',
    columns: innovationColumns,
  },
  { name: 'The system as a whole', about: 'One row: money, coaches, politics and ledgers.', columns: systemColumns },
];

const perText = ({ per }: ColumnSpec): string => (per === 'row' ? '1' : per === 'innovation' ? 'one an innovation' : String(per));

export const entitySections = (): readonly string[] =>
  entities.flatMap(({ name, about, columns }) => [
    `### ${name}`,
    about,
    table(
      ['state', 'numbers', 'meaning'],
      Object.entries(columns).map(([column, spec]) => [`\`${column}\``, perText(spec), spec.about]),
    ),
  ]);
