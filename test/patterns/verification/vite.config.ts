/** The checks for Node: one program that carries all it needs; where it goes is said on the command line. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { child: 'test/patterns/verification/child.ts' },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
