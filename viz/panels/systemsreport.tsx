/** What a school file left open and what was odd in it, row by row. */
import type { Problem } from '../../sim/index.ts';
import { count } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';

export function Assumed({ of }: { readonly of: readonly string[] }) {
  const words = panelText.value.systems.own;
  return (
    <details open>
      <summary>{words.assumed}</summary>
      {of.length === 0 ? (
        <p>{words.nothingAssumed}</p>
      ) : (
        <ul class="systems-list">
          {of.map((sentence) => (
            <li key={sentence} lang="en">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const words = panelText.value.systems.own;
  if (problems.length === 0) return <p class="systems-small">{words.noProblems}</p>;
  return (
    <details open={problems.length <= 5}>
      <summary>{count(words.problems, problems.length)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="systems-scroll" tabIndex={0} aria-label={count(words.problems, problems.length)}>
        <table class="systems-problems">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.note}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ path, message }, i) => (
              <tr key={i}>
                <td>{path}</td>
                <td lang="en">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
