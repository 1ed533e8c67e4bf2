/** Schools from somebody's own file: they stay in this browser, and a link names them by the file's SHA-256 alone. */
import { signal } from '@preact/signals';
import type { SchoolsFile } from '../../workers/index.ts';

export interface OwnSchools extends SchoolsFile {
  /** The file's name. */
  readonly name: string;
}

/** What the two files of a network are called together. */
export const pairName = ({ nodes, edges }: { readonly nodes: string; readonly edges: string }): string => `${nodes} + ${edges}`;

export const own = signal<OwnSchools | null>(null);
