/** Words of a language for what the simulation lists: its own, which are English, stand wherever a language has none. */

/** A name, what the field calls it where that differs, and what it is. */
interface Named {
  readonly label: string;
  readonly term?: string;
  readonly about?: string;
}

type ByName<T> = Readonly<Record<string, T>>;

/** Empty in English. */
export interface CatalogueWords {
  /** What an ingredient is, with what it costs. */
  readonly cost?: string;
  readonly ingredients?: ByName<Named>;
  /** By path, without the number of an innovation. */
  readonly settings?: ByName<Named>;
  /** By their English. */
  readonly units?: ByName<string>;
  /** By the names that files say. */
  readonly choices?: ByName<string>;
  /** What each rollout is. */
  readonly strategies?: ByName<string>;
  readonly events?: ByName<Required<Omit<Named, 'term'>>>;
  readonly presets?: ByName<Required<Omit<Named, 'term'>>>;
  readonly processes?: ByName<string>;
}

/** The path by which a language names a setting: the same for every innovation. */
export const namingPath = (path: string): string => path.replace(/^innovations\.\d+\./, 'innovations.');
