/** The quantile rows of a study, written point by point: rows of results come in run order, so that a point's futures stand together. */
import { csvChunks, type HubverseFacts, hubverseClash, hubverseColumns, type PointFutures } from '../../formats/index.ts';
import { MODEL_VERSION } from '../../sim/index.ts';
import { growing } from '../atomic.ts';
import { refuse } from '../problems.ts';
import type { Row } from './row.ts';
import type { TableFacts, TableWriter } from './tables.ts';

/** Points that are written together. */
const BLOCK = 500;

export function hubverseTable(path: string, { factors, outcomes }: TableFacts): TableWriter {
  const facts: HubverseFacts = {
    model: `TakingRoot-${MODEL_VERSION.replaceAll('.', '_')}`,
    inputs: factors.map(({ name }) => name),
    outcomes: outcomes.map(({ name }) => name),
  };
  const clash = hubverseClash(facts.inputs);
  if (clash !== undefined)
    return refuse('--format', `hubverse has a column "${clash}" of its own, expected another name for that input`);
  const file = growing(path);
  let isFirst = true;
  let points: PointFutures[] = [];
  let open: { readonly row: Row; readonly outcomes: number[][] } | undefined;
  const write = (): void => {
    const [header, ...pieces] = csvChunks(hubverseColumns(facts, points));
    if (isFirst) file.write(header);
    for (const piece of pieces) file.write(piece);
    isFirst = false;
    points = [];
  };
  const end = (): void => {
    if (!open) return;
    const { row } = open;
    const inputs = factors.map(({ choices }, j) => choices?.[row.factors[j]] ?? row.factors[j]);
    points.push({ point: row.point, inputs, outcomes: open.outcomes });
    open = undefined;
    if (points.length === BLOCK) write();
  };
  return {
    add(rows) {
      for (const row of rows) {
        if (row.point !== open?.row.point) end();
        open ??= { row, outcomes: outcomes.map(() => []) };
        if (row.status === 'ok') for (const [j, values] of open.outcomes.entries()) values.push(row.outcomes[j]);
      }
    },
    commit() {
      end();
      if (points.length > 0 || isFirst) write();
      file.commit();
    },
    abandon: file.abandon,
  };
}
