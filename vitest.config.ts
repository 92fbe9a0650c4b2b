import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** `import ru from "./ru.ftl"` gives the source, as wrangler's Text rule does. */
const fluent = {
  name: "fluent-source",
  enforce: "pre" as const,
  load: (id: string) =>
    id.endsWith(".ftl") ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : undefined,
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [fluent],
        test: { name: "rules", include: ["shared/{kernel,domain}/**/*.test.ts", "tests/*.test.ts"] },
      },
    ],
  },
});
