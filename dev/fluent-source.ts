import { readFileSync } from "node:fs";

/** For Vite: `import ru from "./ru.ftl"` gives the source, as wrangler's Text rule does. */
export const fluentSource = {
  name: "fluent-source",
  enforce: "pre" as const,
  load: (id: string) =>
    id.endsWith(".ftl") ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : undefined,
};
