import { defineConfig } from 'vitest/config';

/** The checks that take minutes or install something: run after the others, one file at a time since they build. */
export default defineConfig({ test: { include: ['test/long/**/*.test.ts'], testTimeout: 600_000, fileParallelism: false } });
