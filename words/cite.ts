/** How the program is cited: the facts of CITATION.cff, which a test holds this to. */
export const cited = {
  authors: 'Taking Root contributors',
  title: 'Taking Root: a what-if simulator of how education innovations spread and take root',
  version: '0.1.0',
  license: 'MIT',
} as const;
