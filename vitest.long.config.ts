import { defineConfig } from 'vitest/config';

/** The checks that take minutes or install something: run after the others. */
export default defineConfig({ test: { include: ['test/long/**/*.test.ts'], testTimeout: 600_000 } });
