/** The page: one document, everything in it, nothing fetched from elsewhere. */
import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { packFirst } from './viz/first/make.ts';

/** The futures that the page shows first, made by the engine when the page is built. */
function first(): Plugin {
  const name = 'virtual:first';
  return {
    name: 'first-futures',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const packed = packFirst(JSON.parse(readFileSync('scenarios/default.json', 'utf8')));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(packed))})`;
    },
  };
}

/** What the page may do, said by the page itself: run and show what it was built with, and ask nobody else for anything. */
const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "worker-src 'self'", "font-src 'self'", "manifest-src 'self'"],
  ...["connect-src 'self'", "img-src 'self' data: blob:", "base-uri 'none'", "form-action 'none'"],
].join('; ');

/** Only where the page is built: while it is written, the server adds scripts of its own. */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
});

/** Everything is kept at the first visit, so that the page opens without a network and can be installed. */
const offline = VitePWA({
  registerType: 'autoUpdate',
  injectRegister: 'script-defer',
  workbox: {
    clientsClaim: true,
    globPatterns: ['**/*.{js,css,html,woff2,svg,png,webmanifest}'],
    maximumFileSizeToCacheInBytes: 4_000_000,
  },
  manifest: {
    name: 'Taking Root',
    short_name: 'Taking Root',
    description: 'A what-if simulator of how education innovations spread and take root.',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#FBF8F2',
    theme_color: '#FBF8F2',
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
});

export default defineConfig({
  base: './',
  publicDir: 'viz/public',
  plugins: [first(), contentSecurityPolicy(), offline],
  worker: { format: 'es' },
  build: {
    outDir: 'dist/page',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: /virtual:first/, priority: 2 },
            // What the first picture needs comes in one piece, which packs better than forty.
            { name: 'page', tags: ['$initial'], priority: 1 },
          ],
        },
      },
      // Modules of the engine and of the words do nothing by being imported: what the page does not use stays out of it.
      treeshake: {
        moduleSideEffects: [
          { test: /\/(sim|study|words|formats|workers\/(?!endpoints))\//, sideEffects: false },
          { test: /.*/, sideEffects: true },
        ],
      },
    },
  },
});
