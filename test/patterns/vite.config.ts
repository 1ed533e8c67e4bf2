/** What is held against evidence, for Node: programs that carry all they need; where they go is said on the command line. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        check: 'test/patterns/verification/child.ts',
        patterns: 'test/patterns/known/index.ts',
        arm: 'test/patterns/known/child.ts',
        point: 'test/patterns/calibration/child.ts',
        calibration: 'test/patterns/calibration/index.ts',
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name].mjs' },
    },
  },
});
