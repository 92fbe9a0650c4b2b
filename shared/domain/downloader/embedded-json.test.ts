import { describe, expect, it } from "vitest";
import { jsonScripts, jsonStringBehind, objectsIn } from "./embedded-json.ts";

describe("scripts of a page", () => {
  const page = `<script>var a = "</b>";</script>
    <script id="x" type="application/json">{"a":"<b>1 < 2</b>"}</script>
    <script data-sjs type='application/json'>{"b":2}</script ><script data-sjs>no json</script><script data-sjs>{"open":`;

  it("are found by what their tag bears", () => {
    expect(jsonScripts(page, 'id="x"')).toEqual([{ a: "<b>1 < 2</b>" }]);
    expect(jsonScripts(page, "data-sjs")).toEqual([{ b: 2 }]);
    expect(jsonScripts(page, "nowhere")).toEqual([]);
  });

  it("are none where none ends", () => {
    expect(jsonScripts("<script data-sjs>{".repeat(200_000), "data-sjs")).toEqual([]);
    expect(jsonScripts("<script data-sjs", "data-sjs")).toEqual([]);
  });

  it("are found in a page of megabytes", () => {
    const filler = "<p>x</p>".repeat(200_000);
    const big = JSON.stringify({ text: "<\\".repeat(500_000) });
    expect(jsonScripts(`${filler}<script data-sjs>${big}</script>${filler}`, "data-sjs")).toHaveLength(1);
  });
});

describe("a string of JSON inside of code", () => {
  it("is read with all its escapes", () => {
    const held = JSON.stringify({ text: 'say "hi" \\ 🍺' });
    expect(jsonStringBehind(`f([{"held":${JSON.stringify(held)},"b":1}])`, "held")).toBe(held);
  });

  it.each(['{"other":"x"}', '{"held":null}', '{"held":"never ends', '{"held":"bad \\x"}', '{"held":"\\'])(
    "may be missing: %s",
    (page) => {
      expect(jsonStringBehind(page, "held")).toBeUndefined();
    },
  );
});

it("objects are found however deep they lie", () => {
  let deep: unknown = { last: true };
  for (let n = 0; n < 20_000; n++) deep = [{ deep }];
  expect([...objectsIn(deep)].some(({ last }) => last === true)).toBe(true);
  expect([...objectsIn(null)]).toEqual([]);
});
