/** The end of a session: what the room thought in each round beside what came, to talk about and to take home. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { differenceAt, type Results } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { saveText } from '../state/download.ts';
import { futuresOf } from '../state/engine.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { rowAt } from '../state/rows.ts';
import { asked, planIn, table } from './deeds.ts';
import { depth, middleOf, type Said, saidBy } from './model.ts';
import { rounds } from './script.ts';

/** Futures of each round. */
const FUTURES = 64;

interface Came {
  readonly said: Said;
  /** Futures in 100 in which more schools use it well than under the first plan; null in the first round. */
  readonly ahead: number | null;
}

function cameOf(runs: readonly Results[], first: readonly Results[], row: number): Came {
  const ahead = runs === first ? null : differenceAt({ runs }, { runs: first }, depth.metric, row).aAhead;
  return { said: saidBy(runs, row)!, ahead: ahead === null ? null : Math.round(100 * ahead) };
}

/** What came in each round, as it becomes known. */
function useCame() {
  const came = useSignal<readonly Came[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const numbers = Array.from({ length: FUTURES }, (_, k) => k);
    const row = rowAt('a', asked.peek());
    void (async () => {
      const all: (readonly Results[])[] = [];
      for (const round of rounds.keys()) {
        all.push(await futuresOf(planIn(round), numbers, leaving.signal));
        came.value = all.map((runs) => cameOf(runs, all[0], row));
      }
    })().catch((error: Error) => {
      if (!leaving.signal.aborted) throw error;
    });
    return () => leaving.abort(new Error('the debrief was left'));
  }, []);
  return came;
}

export function Debrief() {
  const words = panelText.value.present.debrief;
  const { range } = panelText.value.present.model;
  const came = useCame();
  const rows = rounds.map((name, round) => {
    const middle = middleOf(table.value.guesses[round]);
    const { said, ahead } = came.value[round] ?? {};
    return [
      words.rounds[name],
      middle === null ? words.none : whole(middle),
      said ? fill(range, { low: whole(said.half[0]), high: whole(said.half[1]) }) : words.waiting,
      said ? whole(said.median) : '',
      ahead === null || ahead === undefined ? '' : fill(words.share, { n: whole(ahead) }),
    ];
  });
  const head = [words.round, words.room, words.half, words.middle, words.versus];
  return (
    <section class="present-debrief">
      <h2 id="saying" tabIndex={-1}>
        {words.title}
      </h2>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="present-quote">{words.ask}</p>
      <button
        type="button"
        class="present-save"
        disabled={came.value.length < rounds.length}
        onClick={() => saveSession(came.value)}
      >
        <Icon name="download" />
        {words.save}
      </button>
    </section>
  );
}

/** Every guess and what came, a row each: for whoever studies what rooms think. */
function saveSession(came: readonly Came[]): void {
  const lines = rounds.flatMap((name, round) => {
    const { said } = came[round];
    const model = [said.median, ...said.half, ...said.wide, said.futures].join(',');
    const guesses = table.peek().guesses[round];
    return (guesses.length > 0 ? guesses : ['']).map((guess) => `${round + 1},${name},${asked.peek()},${guess},${model}`);
  });
  const head = 'round,name,year,guess,median,lowerMiddle,upperMiddle,low,high,futures';
  saveText(`${panelText.peek().present.debrief.file}.csv`, `${[head, ...lines].join('\n')}\n`, 'text/csv');
}
