import { describe, expect, test } from 'vitest';
import { type NetworkOptions, readNetwork } from '../formats/index.ts';

const nodes = 'node,school,district\nann,A,N\nbea,B,N\ncal,A,N\ndan,C,S\n';
const ties = (edges: string, options?: NetworkOptions) => readNetwork(nodes, edges, options).table?.ties;

describe('a pair of nodes and edges', () => {
  test('posts stand school by school, whatever the order of the file', () => {
    const { table, counts } = readNetwork(nodes, 'source,target\nann,cal\nbea,dan\n');
    expect(counts).toEqual({ educators: 4, schools: 3, ties: 2 });
    expect(table?.names).toEqual(['A', 'B', 'C']);
    expect([...table!.educators]).toEqual([2, 1, 1]);
    expect([...table!.district]).toEqual([0, 0, 1]);
    // Posts: ann 0, cal 1, bea 2, dan 3.
    expect(table?.ties?.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('a tie lies in the layer that the file names, else in the nearest that both ends share', () => {
    expect(
      ties('source,target,layer\nann,cal,team\nann,cal,\nann,bea,\nann,dan,friendship\n')?.map(({ layer }) => layer),
    ).toEqual([0, 1, 2, 4]);
    const { assumed } = readNetwork(nodes, 'source,target,layer\nann,dan,friendship\n');
    expect(assumed).toContainEqual(expect.stringContaining('"friendship"'));
  });

  test('who learns from whom is the choice of the caller', () => {
    const edges = 'source,target\nann,bea\n';
    const pairs = (direction: NetworkOptions['direction'] & string) =>
      ties(edges, { direction })?.map(({ from, to }) => [from, to]);
    expect(pairs('source asks target')).toEqual([[0, 2]]);
    expect(pairs('target asks source')).toEqual([[2, 0]]);
    expect(pairs('both ask')).toEqual([
      [0, 2],
      [2, 0],
    ]);
  });

  test('what is wrong is said with its file and row, and the rest is kept', () => {
    const { table, problems } = readNetwork(
      'id,school\nanna,A\nanna,B\n,A\nberta,A,x\nclara,A\n',
      'from,to,weight\nanna,clara,2\nanna,clara,1\nanna,anna,1\nana,clara,1\nanna,clara,0\nanna,clara,none\n',
    );
    expect(table?.ties).toHaveLength(1);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'nodes, row 3, column "id": found "anna", which row 2 has already; this row was left out',
      'nodes, row 4, column "id": the cell is empty, expected an id; the row was left out',
      'nodes, row 5: found 3 cells, expected 2 as in the header; the row was left out',
      'edges, row 3: the tie was given before and counts once',
      'edges, row 4: the tie leads back to its own node, expected another; it was left out',
      'edges, row 5, column "from": found "ana", expected the id of a node; did you mean "anna"?; the tie was left out',
      'edges, row 6, column "weight": found "0", expected a weight above 0; the tie was left out',
      'edges, row 7, column "weight": found "none", expected a weight above 0; the tie was left out',
    ]);
  });

  test('names from the machinery of objects are only names', () => {
    const { table } = readNetwork(
      'id,school\n__proto__,constructor\ntoString,constructor\n',
      'source,target\n__proto__,toString\n',
    );
    expect(table?.names).toEqual(['constructor']);
    expect(table?.ties).toEqual([{ from: 0, to: 1, layer: 1 }]);
  });

  test.each([
    ['no nodes', '', 'source,target\n', 'nodes, row 1'],
    ['no edges', nodes, '', 'edges, row 1'],
    ['no ends', nodes, 'a,b\n1,2\n', 'edges, row 1'],
    ['no one', 'id\n', 'source,target\n', 'nodes, row 1'],
  ])('%s: no table', (_, people, edges, path) => {
    const { table, problems } = readNetwork(people, edges);
    expect(table).toBeNull();
    expect(problems[0].path).toBe(path);
  });

  test('a column that the caller names and the file lacks', () => {
    const { table, problems } = readNetwork(nodes, 'source,target\n', { nodes: { school: 'shcool' } });
    expect(table).toBeNull();
    expect(problems[0].message).toBe('found no column for school, expected "shcool"; did you mean "school"?');
  });

  test('an empty file of edges with a header is a school without ties', () => {
    expect(readNetwork(nodes, 'source,target\n').table?.ties).toEqual([]);
  });
});
