import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test-prop.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Two cores are the least that is reckoned with; Vitest would leave one of them idle.
    maxWorkers: 2,
    globalSetup: ['test/support/database-server.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
