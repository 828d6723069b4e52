import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // The real dictionary takes half a second to load, more on a busy machine.
    hookTimeout: 30_000,
    testTimeout: 15_000,
  },
});
