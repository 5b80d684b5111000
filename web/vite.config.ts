import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  logLevel: 'warn',
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1200, // MapLibre alone is about 1,000 kB before compression
    rolldownOptions: { input: ['index.html'] },
  },
});
