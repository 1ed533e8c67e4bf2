/** The page's tokens and typefaces for a document that stands alone: light, and dark where its reader's screen is. */
import figtree from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?inline';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?inline';
import tokens from '../../tokens.css?raw';

const face = (family: string, weights: string, source: string): string =>
  `@font-face{font-family:"${family}";src:url("${source}") format("woff2");font-weight:${weights};font-display:swap}`;

/** A theme's declarations in the tokens; throws where they do not have it, which only a programmer can cause. */
function theme(name: string): string {
  const found = new RegExp(`\\[data-theme="${name}"\\] \\{([^}]*)\\}`).exec(tokens);
  if (!found) throw new Error(`expected a theme ${name} in the tokens`);
  return found[1];
}

export const looks: string = [
  face('Figtree Variable', '300 900', figtree),
  face('Source Serif 4 Variable', '200 900', serif),
  tokens,
  `@media screen and (prefers-color-scheme: dark) { :root { ${theme('dark')} } }`,
].join('\n');
