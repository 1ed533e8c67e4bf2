/** A message on the screen: text, with the stretches that it marks given the look of their role, or made into what is handed in. */
import type { ComponentChildren } from 'preact';
import { type Fillings, type Segment, segments } from '../../words/index.ts';
import { filled } from '../state/language.ts';

interface WordsProps {
  readonly message: string;
  readonly with?: Fillings;
  /** By role, what a marked stretch becomes; without one it is set in the role's class. */
  readonly as?: Readonly<Record<string, (text: string) => ComponentChildren>>;
}

export const Words = ({ message, with: fillings = {}, as = {} }: WordsProps) => (
  <Segments of={segments(filled(message, fillings))} as={as} />
);

export function Segments({ of, as = {} }: { readonly of: readonly Segment[]; readonly as?: WordsProps['as'] }) {
  return (
    <>
      {of.map(({ text, role }, i) => {
        if (role === undefined) return text;
        return <Part key={i} role={role} text={text} make={as[role]} />;
      })}
    </>
  );
}

function Part({
  role,
  text,
  make,
}: {
  readonly role: string;
  readonly text: string;
  readonly make: ((text: string) => ComponentChildren) | undefined;
}) {
  return make ? make(text) : <span class={`said-${role}`}>{text}</span>;
}
