import { describe, expect, it } from "vitest";
import { Secret } from "#kernel/secret";
import { keyIdOf, keyIds, SealBroken, vault } from "./vault.ts";

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString("base64")}`;
const vaultOf = (...keys: readonly string[]) => vault(new Secret(keys.join(",")));

const place = "1001";
const plain = "токен: xyz 🐗";

describe("a sealed text", () => {
  it("opens again, and shows nothing of itself", async () => {
    const { seal, open } = vaultOf(key("k1", 1));
    const sealed = await seal(place, plain);

    expect(await open(place, sealed)).toBe(plain);
    expect(Buffer.from(sealed, "base64").toString()).not.toContain("xyz");
    expect(sealed).toMatch(/^k1\./);
  });

  it("never looks the same twice", async () => {
    const { seal } = vaultOf(key("k1", 1));
    const seals = await Promise.all(Array.from({ length: 100 }, () => seal(place, plain)));
    expect(new Set(seals.map((sealed) => sealed.split(".")[1])).size).toBe(100);
  });

  it("does not open in another's place", async () => {
    const { seal, open } = vaultOf(key("k1", 1));
    const sealed = await seal(place, plain);
    await expect(open("1002", sealed)).rejects.toThrow(SealBroken);
  });

  it("does not open when any bit of it has flipped", async () => {
    const { seal, open } = vaultOf(key("k1", 1));
    const [id, ...parts] = (await seal(place, plain)).split(".");
    const bytes = parts.map((part) => Buffer.from(part, "base64"));
    const flipped = bytes.flatMap((part, which) =>
      Array.from({ length: part.length * 8 }, (_, bit) => {
        const changed = Buffer.from(part);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        return [id, ...bytes.map((one, at) => (at === which ? changed : one).toString("base64"))].join(".");
      }),
    );

    const opened = await Promise.allSettled(flipped.map((sealed) => open(place, sealed)));
    expect(flipped.length).toBeGreaterThan(200);
    expect(opened.filter(({ status }) => status === "fulfilled")).toEqual([]);
  });

  it.each(["", "k1", "k1.", "k1..", "k1.AAAA", "k2.AAAA.AAAA", "no seal at all", "k1.*.*", "{}"])(
    "is not %j",
    async (text) => {
      await expect(vaultOf(key("k1", 1)).open(place, text)).rejects.toThrow(SealBroken);
    },
  );
});

describe("keys", () => {
  it("are rotated by a new one in front: the old one still opens, the new one seals", async () => {
    const old = await vaultOf(key("k1", 1)).seal(place, plain);
    const { seal, open } = vaultOf(key("k2", 2), key("k1", 1));

    expect(await open(place, old)).toBe(plain);
    expect(await seal(place, plain)).toMatch(/^k2\./);
  });

  it.each([
    ["is not there any more", [key("k2", 2)]],
    ["has the same name and is another", [key("k1", 2)]],
  ])("open nothing when the one that sealed %s", async (_, keys) => {
    const old = await vaultOf(key("k1", 1)).seal(place, plain);
    await expect(vaultOf(...keys).open(place, old)).rejects.toThrow(SealBroken);
  });

  it("do not open what was sealed under another key's name", async () => {
    const { seal, open } = vaultOf(key("k1", 1), key("k2", 1));
    const renamed = (await seal(place, plain)).replace("k1.", "k2.");
    await expect(open(place, renamed)).rejects.toThrow(SealBroken);
  });

  it("are in no message", async () => {
    const { open } = vaultOf(key("k1", 1));
    const error = await open(place, "k1.AAAA.AAAA").catch((broken: unknown) => broken);
    expect(String(error)).toContain(place);
    expect(String(error)).not.toContain(Buffer.alloc(32, 1).toString("base64"));
  });
});

it("tells which key it is sealed with, and nothing of the keys but their ids", async () => {
  const ring = [key("new", 2), key("old", 1)];
  expect(keyIds(new Secret(ring.join(",")))).toEqual(["new", "old"]);
  expect(keyIdOf(await vaultOf(...ring).seal(place, plain))).toBe("new");
});
