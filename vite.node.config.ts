/** The program for Node: everything it needs in one folder, so that it starts fast and runs where nothing is installed. */
import { defineConfig } from 'vite';

export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false, // a program that is running goes on finding its parts
    minify: false,
    rolldownOptions: {
      input: { cli: 'cli/main.ts', worker: 'workers/endpoints/node.ts', child: 'cli/study/endpoint.ts', index: 'cli/library.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[name].mjs' },
    },
  },
});
