import { readFileSync } from "node:fs";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { api } from "#domain/admin/api/index";
import type { Operation } from "#domain/admin/api/operation";
import { keyOf } from "./deed.ts";

const operations: readonly Operation[] = Object.values(api).flatMap((area) => Object.values(area));
const noted = operations
  .filter(({ method, needs, isAudited }) => method !== "get" && needs !== "nothing" && isAudited !== false)
  .map(({ method, path }) => `${method.toUpperCase()} ${path}`);

describe.each(["en", "ru"])("in %s", (language) => {
  const source = readFileSync(new URL(`texts/${language}.ftl`, import.meta.url), "utf8");
  const keys = new Set(new FluentResource(source).body.map(({ id }) => id));

  it.each(noted)("there are words for %s", (what) => expect(keys).toContain(keyOf(what)));
});
