import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { readConfig, variables } from "#kernel/config";
import { purposeKey } from "./purpose-key.ts";

const names = variables(readConfig({})).map(({ name }) => name);

describe.each(["en", "ru"])("in %s", (language) => {
  const source = readFileSync(new URL(`texts/${language}.ftl`, import.meta.url), "utf8");
  const keys = new Set(new FluentResource(source).body.map(({ id }) => id));

  it.each(names)("says what %s is for", (name) => expect(keys).toContain(purposeKey(name)));
});
