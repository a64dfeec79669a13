import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { DOOR_WORKER, doorWorker } from './doorWorker.ts';

const gateway = process.env['JUXIAN_GATEWAY'] ?? 'http://localhost:8080';
/** The gateway takes writes from its own pages only, so what comes through here must look like one of them. */
const asTheGateway = { target: gateway, changeOrigin: true, headers: { origin: gateway } };
const WORKER = 'door-worker';

export default defineConfig({
  plugins: [react(), doorWorker()],
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/oauth2', '/login'].map((path) => [path, asTheGateway])),
  },
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts and no inline modules: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'src/door-worker/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === WORKER ? DOOR_WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Most of their time went into a fresh environment for each file; no test leaves anything behind.
    isolate: false,
  },
});
