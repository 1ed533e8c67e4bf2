import { defineConfig } from 'vitest/config';

/** The checks that take minutes, open browsers or install something: run after the others, one file at a time since they build and wait. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'test/page/**/*.test.ts'],
    globalSetup: ['test/room.ts', 'test/setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    // A browser shares the machine with whatever else runs there: a journey that stumbled is walked again.
    retry: 2,
  },
});
