/** What matters: which settings move an outcome over many mixes of them, what works together, what holds up, and where it fails. */
import './matters.css';
import { useEffect } from 'preact/hooks';
import { panelText } from '../state/paneltext.ts';
import { useAnswers } from './answers.ts';
import { Care } from './care.tsx';
import { Failing } from './failing.tsx';
import { FileNotes } from './filenotes.tsx';
import { Head } from './head.tsx';
import { Holding } from './holding.tsx';
import { Moves } from './moves.tsx';
import { Pairs } from './pairs.tsx';
import { begin } from './running.ts';
import { Tools } from './tools.tsx';

export function Matters() {
  useEffect(begin, []);
  useAnswers();
  return (
    <main class="matters">
      <h1 class="visually-hidden">{panelText.value.matters.title}</h1>
      <FileNotes />
      <Head />
      <div class="matters-columns">
        <div class="matters-column">
          <Moves />
          <Care />
        </div>
        <div class="matters-column">
          <Pairs />
        </div>
        <div class="matters-column">
          <Holding />
          <Failing />
          <Tools />
        </div>
      </div>
    </main>
  );
}
