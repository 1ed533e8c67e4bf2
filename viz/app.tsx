/** The page as a whole: header, Explore, whatever panel lies over it, footer. */
import './app.css';
import { Explore } from './explore/explore.tsx';
import { Footer } from './explore/footer.tsx';
import { Header } from './explore/header.tsx';
import { Panels } from './panels/index.tsx';
import { lazily } from './parts/lazily.tsx';
import { text } from './state/language.ts';
import { destination } from './state/store.ts';

const Dropping = lazily(async () => (await import('./explore/dropping.tsx')).Dropping);
const Present = lazily(async () => (await import('./present/present.tsx')).Present);
const Matters = lazily(async () => (await import('./matters/matters.tsx')).Matters);

/** By hand, since the address belongs to the plans. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('saying')?.focus();
}

export function App() {
  const presenting = destination.value === 'present';
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page, without the address hearing of it */}
      <a class="skip" href="#saying" onClick={skip}>
        {text.value.shell.skip}
      </a>
      {!presenting && <Header />}
      {presenting ? <Present /> : destination.value === 'matters' ? <Matters /> : <Explore />}
      <Panels />
      {!presenting && <Footer />}
      <Dropping />
    </>
  );
}
