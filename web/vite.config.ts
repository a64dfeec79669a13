import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const gateway = process.env['JUXIAN_GATEWAY'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  server: {
    port: 5173,
    proxy: {
      '/api': gateway,
      '/oauth2': gateway,
      '/login': gateway,
    },
  },
  build: {
    target: 'es2022',
    // The content security policy allows no data: scripts and no inline modules: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
  },
});
