import { defineConfig } from "vitest/config";

/** Slow, and hard on the machine: `npm run test:faults`, and a short form in CI. */
export default defineConfig({
  test: { name: "faults", include: ["tests/faults/**/*.test.ts"], fileParallelism: false },
});
