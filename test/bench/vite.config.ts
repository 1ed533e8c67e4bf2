/** The benchmarks for Node: two programs that carry all they need; where they go is said on the command line. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { together: 'test/bench/together.ts', scale: 'test/bench/scale.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name].mjs' },
    },
  },
});
