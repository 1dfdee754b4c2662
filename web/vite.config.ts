import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The address of a running `muster serve`, for `npm run dev`. */
const SERVER = 'http://127.0.0.1:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId, name }) => {
          const page = /\/pages\/([\w-]+)\/page\.tsx$/.exec(facadeModuleId ?? '');
          return `assets/${page ? page[1] : name}-[hash].js`;
        },
        codeSplitting: {
          // One file for all Chinese words: fetched once, when Chinese is chosen.
          groups: [{ name: 'zh', test: /\/words\/zh\//, includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: { proxy: { '/api': SERVER } },
});
