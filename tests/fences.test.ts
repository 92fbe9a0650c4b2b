import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A copy of the house with a fault planted in it: the fence must say so, in words that help. */
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "taproom-fences-"));
  for (const part of ["package.json", ".oxlintrc.json", "tsconfig.base.json", "shared"])
    cpSync(part, join(house, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(house, "node_modules"));
});
afterAll(() => rmSync(house, { recursive: true }));

function complaints(tool: readonly [string, ...string[]], file: string, source: string): string {
  const planted = join(house, file);
  mkdirSync(dirname(planted), { recursive: true });
  writeFileSync(planted, source);
  const [script, ...order] = tool;
  const { stdout, stderr } = spawnSync(process.execPath, [resolve(script), ...order], {
    cwd: house,
    encoding: "utf8",
  });
  rmSync(planted);
  return stdout + stderr;
}

it.each([
  [
    "shared/kernel/planted.ts",
    'import { keg } from "#domain/twitch/features/keg/index";\nexport const x = keg;',
    "The kernel leans on nobody",
  ],
  [
    "shared/domain/planted.ts",
    'import { Hono } from "hono";\nexport const x = new Hono();',
    "Rules know no platform",
  ],
  [
    "shared/domain/planted.ts",
    'import { callHelix } from "#adapters/helix/call";\nexport const x = callHelix;',
    "Rules know no platform",
  ],
  ["shared/domain/planted.ts", "export const x = Date.now();", "Take `now` from the table"],
  ["shared/domain/planted.ts", "export const x = Math.random();", "Take `random` from the table"],
  ["shared/domain/planted.ts", "setTimeout(() => {}, 1);", "A wait is an alarm"],
  [
    "shared/adapters/planted.ts",
    'import { Memory } from "#durable-objects/channel/memory";\nexport const x = Memory;',
    "Adapters are called",
  ],
  [
    "durable-objects/planted.ts",
    'import { app } from "../workers/app.ts";\nexport const x = app;',
    "does not know who calls it",
  ],
  [
    "durable-objects/planted.ts",
    'import { Hono } from "hono";\nexport const x = new Hono();',
    "does not know who calls it",
  ],
  [
    "workers/planted.ts",
    'import { startWorld } from "../dev/world/world.ts";\nexport const x = startWorld;',
    "nothing of the world",
  ],
  [
    "dev/planted.ts",
    'import { ChannelDO } from "#durable-objects/channel/channel";\nexport const x = ChannelDO;',
    "only by its front door",
  ],
  [
    "cli/planted.ts",
    'import { writeHistory } from "#adapters/database/history";\nexport const x = writeHistory;',
    "only by its front door",
  ],
  [
    "dashboard/planted.ts",
    'import { callHelix } from "#adapters/helix/call";\nexport const x = callHelix;',
    "asks the rest of the API",
  ],
  [
    "dashboard/planted.ts",
    'import { api } from "#domain/admin/api/index";\nexport const x = api;',
    "takes the API's types",
  ],
  ["workers/planted.ts", 'console.log("hello");', "console"],
  ["shared/domain/planted.ts", "export const x: any = 1;", "any"],
])("the linter reports %s: %s", (file, source, words) => {
  expect(complaints(["node_modules/oxlint/bin/oxlint", file], file, source)).toContain(words);
});

type Half = (mine: string, other: string) => string;
const halves: Readonly<Record<string, Half>> = {
  values: (mine, other) =>
    `import { ${other} } from "#kernel/planted-${other}";\nexport const ${mine} = () => ${other};`,
  types: (mine, other) =>
    `import type { ${other} } from "#kernel/planted-${other}";\nexport interface ${mine} { of: ${other} }`,
};

it.each(Object.entries(halves))("the linter reports a cycle of %s, through aliases too", (_, half) => {
  const other = join(house, "shared/kernel/planted-b.ts");
  writeFileSync(other, half("b", "a"));
  expect(
    complaints(
      ["node_modules/oxlint/bin/oxlint", "shared/kernel"],
      "shared/kernel/planted-a.ts",
      half("a", "b"),
    ),
  ).toContain("no-cycle");
  rmSync(other);
});

// The compiler reads all rules for it.
it("the types of the rules know neither network, timers, console, crypto, process nor Durable Objects", () => {
  const source = `
    export const a = () => fetch("https://api.twitch.tv");
    export const b = () => console.log("");
    export const c = () => crypto.randomUUID();
    export const d = () => process.env;
    export const e = () => setTimeout(() => {}, 1);
    export { DurableObject } from "cloudflare:workers";
  `;
  const said = complaints(
    ["node_modules/typescript/bin/tsc", "-p", "shared/domain"],
    "shared/domain/planted.ts",
    source,
  );
  for (const unknown of [
    "'fetch'",
    "'console'",
    "'crypto'",
    "'process'",
    "'setTimeout'",
    "'cloudflare:workers'",
  ])
    expect(said).toContain(unknown);
}, 30_000);
