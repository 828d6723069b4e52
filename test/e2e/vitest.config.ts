import { defineConfig } from 'vitest/config';

/** The tests in a real browser: one after another, since they share two cores with the browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: 'test/support/compile-once.ts',
    fileParallelism: false,
    isolate: false,
    // A page of thousands of messages on a busy machine.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 20 } },
  },
});
