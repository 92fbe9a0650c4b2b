import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { fluentSource } from "./dev/fluent-source.ts";

/** The story that looks for secrets in everything logged is told after all the others. */
class SecretsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is not an array's
    const usual = await super.sort(files);
    return [...usual.filter((file) => !looksForSecrets(file)), ...usual.filter(looksForSecrets)];
  }
}

const looksForSecrets = ({ moduleId }: TestSpecification) => moduleId.endsWith("/secrets.test.ts");

export default defineConfig({
  test: {
    sequence: { sequencer: SecretsLast },
    projects: [
      {
        plugins: [fluentSource],
        test: {
          name: "rules",
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
        test: {
          name: "stories",
          include: ["tests/stories/**/*.test.ts"],
          globalSetup: "tests/stories/setup.ts",
          // The faults that some stories inject strike everybody. Within a file, stories of different channels mix.
          fileParallelism: false,
          maxConcurrency: 12,
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // After the others: a keg is played by the clock, and wants the machine for itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
