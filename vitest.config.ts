import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Those need a browser: npm run test:e2e.
    exclude: [...configDefaults.exclude, 'test/e2e/**'],
    // One worker a core; by itself vitest keeps one core free, which of two is half.
    maxWorkers: '100%',
    globalSetup: 'test/support/compile-once.ts',
    // The real dictionary takes half a second to load, more on a busy machine.
    hookTimeout: 30_000,
    testTimeout: 15_000,
  },
});
