/** Fills sentences of a message table, keeping apart the words that carry a colour. */

/** A stretch of a sentence; a role names the colour that it carries. */
export interface Segment {
  readonly text: string;
  readonly role?: string;
}

export type Fillings = Readonly<Record<string, string | number>>;

/** `{name}`, and `{name|uses|use}`: the form of a word beside a number, for one and for others. */
const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/**
 * Every `{name}` replaced; throws where a filling is missing, which only a programmer can cause. `tag`: the language of the
 * template, which knows the number of what.
 */
export function fill(template: string, fillings: Fillings, tag = 'en'): string {
  const filled = template.replace(PLACE, (_, name: string, one?: string, other?: string) => {
    if (!(name in fillings)) throw new Error(`expected a filling for ${name} in "${template}"`);
    if (one === undefined) return String(fillings[name]);
    return new Intl.PluralRules(tag).select(Number(fillings[name])) === 'one' ? one : String(other);
  });
  return filled
    .replace(/ +/g, ' ')
    .replace(/ ([.,;])/g, '$1')
    .trim();
}

/** The segments of a filled sentence. */
export function segments(text: string): readonly Segment[] {
  return text
    .split(/(<\w+>.*?<\/\w+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, role, inner] = /^<(\w+)>(.*)<\/\w+>$/.exec(part) ?? [];
      return role === undefined ? { text: part } : { text: inner, role };
    });
}

export const plainText = (parts: readonly Segment[]): string => parts.map(({ text }) => text).join('');
