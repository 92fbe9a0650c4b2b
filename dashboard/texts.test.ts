import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";

const home = import.meta.dirname;
const files = readdirSync(home, { recursive: true, encoding: "utf8" }).filter(
  (file) => !file.startsWith("dist"),
);

/** Every folder that speaks: its texts lie in `texts/` beside what says them. */
const folders = files.flatMap((file) => (basename(file) === "texts" ? [dirname(file)] : []));

function keysOf(folder: string, language: string): readonly string[] {
  const file = join(home, folder, "texts", `${language}.ftl`);
  return existsSync(file) ? new FluentResource(readFileSync(file, "utf8")).body.map(({ id }) => id) : [];
}

const sourcesOf = (folder: string) =>
  files
    .filter((file) => /\.tsx?$/.test(file) && file.startsWith(`${folder}/`))
    .map((file) => readFileSync(join(home, file), "utf8"))
    .join("\n")
    // What the style sheets name is called alike, and nobody says it.
    .replaceAll(/class="[^"]*"/g, "");

it("finds the folders that speak", () => {
  expect(folders).toContain("shell");
  expect(folders).toContain("sections/downloads");
});

describe.each(folders)("%s", (folder) => {
  const written = keysOf(folder, "en");
  const name = basename(folder);
  // `say("downloads-total")` names a key, `say(`downloads-reason-${reason}`)` the beginning of some.
  const source = sourcesOf(folder);
  const named = [...source.matchAll(new RegExp(`"(${name}-[a-z0-9-]+)"`, "g"))].map(([, key = ""]) => key);
  const begun = [...source.matchAll(new RegExp(`\`(${name}-[a-z0-9-]*)\\$`, "g"))].map(([, key = ""]) => key);

  it("says the same things in Russian and English", () => {
    expect(keysOf(folder, "ru").toSorted()).toEqual(written.toSorted());
  });

  it("begins its texts with its own name", () => {
    expect(written.filter((key) => !key.startsWith(`${name}-`))).toEqual([]);
  });

  it("has words for everything it says", () => {
    expect(named.filter((key) => !written.includes(key))).toEqual([]);
    expect(begun.filter((start) => !written.some((key) => key.startsWith(start)))).toEqual([]);
  });

  it("says everything it has words for", () => {
    const unsaid = written.filter((key) => !named.includes(key));
    expect(unsaid.filter((key) => !begun.some((start) => key.startsWith(start)))).toEqual([]);
  });
});
