import { defineConfig } from "vitest/config";
import { fluentSource } from "./dev/fluent-source.ts";

/** A database that was brought along can be that of one Taproom alone. */
const { LOCAL_POSTGRES_URL, LOCAL_REDIS_URL } = process.env;
const taprooms = LOCAL_POSTGRES_URL || LOCAL_REDIS_URL ? 1 : 2;

const stories = {
  globalSetup: "tests/stories/setup.ts",
  // Each worker tells in a Taproom of its own, and within a file stories of different channels mix.
  maxWorkers: taprooms,
  maxConcurrency: 12,
  testTimeout: 90_000,
  hookTimeout: 60_000,
};

const secrets = "tests/stories/secrets.test.ts";

export default defineConfig({
  test: {
    // Vitest's own count leaves a core free, and of two cores that is half of the machine.
    maxWorkers: "100%",
    projects: [
      {
        plugins: [fluentSource],
        test: {
          name: "rules",
          // Rules remember nothing: what one file has loaded serves the next.
          isolate: false,
          // Some play thousands of games, and the machine may have other things to do.
          testTimeout: 60_000,
          include: ["{shared,durable-objects,workers,dashboard}/**/*.test.ts", "tests/*.test.ts"],
        },
      },
      {
        test: {
          name: "world",
          include: ["{dev,bench}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "bench/peers/**"],
        },
      },
      {
        // The contract of the API speaks of rules, and some rules have texts.
        plugins: [fluentSource],
        test: {
          ...stories,
          name: "stories",
          include: ["tests/stories/**/*.test.ts"],
          exclude: [secrets],
          // After the others: a keg is played by the clock, and wants a calm machine.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...stories,
          name: "secrets",
          include: [secrets],
          // After the stories: it looks at everything that was logged while they were told.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
