import { defineConfig } from 'vitest/config';

/** Tests of the built program; the rest run on the sources. */
const built = ['test/cli.test.ts', 'test/workers.test.ts', 'test/browser.test.ts'];
const never = ['test/long/**', 'test/page/**', 'node_modules/**'];

export default defineConfig({
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Style sheets that are read as text; others are of no use to tests.
    css: { include: [/\.css\?raw$/] },
    globalSetup: ['test/room.ts'],
    projects: [
      { extends: true, test: { name: 'source', include: ['test/**/*.test.ts'], exclude: [...never, ...built] } },
      { extends: true, test: { name: 'built', include: built, exclude: never, globalSetup: ['test/setup.ts'] } },
    ],
  },
});
