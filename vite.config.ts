import { defineConfig } from 'vitest/config';

export default defineConfig({
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: { include: ['test/**/*.test.ts'], exclude: ['test/long/**', 'node_modules/**'], testTimeout: 60_000 },
});
