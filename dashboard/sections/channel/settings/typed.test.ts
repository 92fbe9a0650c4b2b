import { describe, expect, it } from "vitest";
import { channelSettings, defaultSettings } from "#domain/twitch/settings";
import { schemaOf as jsonSchemaOf } from "#domain/admin/api/schema";
import type { Schema } from "./schema.ts";
import { read, rowOf, typedOf } from "./typed.ts";

const whole: Schema = { type: "integer", minimum: 1, maximum: 100 };
const names: Schema = { type: "array", minItems: 1, maxItems: 3, items: { pattern: "^[^\\s!]{1,25}$" } };
const sets: Schema = {
  type: "array",
  items: {
    properties: {
      name: { type: "string", minLength: 1 },
      people: { ...whole, default: 3 },
      reason: { type: "string", minLength: 1 },
    },
    required: ["name", "people"],
  },
};

const wrongOf = (schema: Schema, typed: Parameters<typeof read>[1]) => {
  const one = read(schema, typed);
  return one.ok ? undefined : one.wrong.key;
};

describe("what is typed", () => {
  it.each([
    ["20", undefined],
    ["", "channel-wrong-number"],
    ["x", "channel-wrong-number"],
    ["1.5", "channel-wrong-whole"],
    ["0", "channel-wrong-bounds"],
    ["101", "channel-wrong-bounds"],
  ])("as a whole number, %j, is within its bounds or tells why not", (typed, wrong) => {
    expect(wrongOf(whole, typed)).toBe(wrong);
  });

  it("as names may have commas, spaces and the ! of the chat", () => {
    expect(read(names, " !keg,  кега ")).toEqual({ ok: true, value: ["keg", "кега"] });
    expect(wrongOf(names, " , ")).toBe("channel-wrong-few");
    expect(wrongOf(names, "a b c d")).toBe("channel-wrong-many");
    expect(wrongOf(names, "a!b")).toBe("channel-wrong-word");
  });

  it("as people are their ids, however many there may be", () => {
    const people = {
      type: "array",
      maxItems: 2,
      items: { pattern: "^\\d{1,20}$", format: "twitch-user-id" },
    };
    expect(typedOf(people, ["1001"])).toEqual(["1001"]);
    expect(read(people, ["1001", "2004"])).toEqual({ ok: true, value: ["1001", "2004"] });
    expect(wrongOf(people, ["1", "2", "3"])).toBe("channel-wrong-many");
  });

  it("as a time of day is compared with the usual one", () => {
    const time = { type: "string", pattern: "^\\d\\d:\\d\\d$", default: "19:00" };
    expect(read(time, "7 pm")).toEqual({
      ok: false,
      wrong: { key: "channel-wrong-like", args: { usual: "19:00" } },
    });
  });

  it("as numbers one by one has one for each, within its own bounds", () => {
    const tickets = { prefixItems: [whole, whole], minItems: 2, maxItems: 2 };
    expect(read(tickets, "1, 2")).toEqual({ ok: true, value: [1, 2] });
    expect(wrongOf(tickets, "1")).toBe("channel-wrong-few");
    expect(wrongOf(tickets, "1, 500")).toBe("channel-wrong-bounds");
  });

  it("in a row leaves out what may be missing and is empty", () => {
    const row = rowOf(sets.items && sets.items.properties ? sets.items.properties : {}, undefined);
    expect(row).toEqual({ name: "", people: "3", reason: "" });
    expect(wrongOf(sets, [row])).toBe("channel-wrong-empty");
    expect(read(sets, [{ ...row, name: "gnome" }])).toEqual({
      ok: true,
      value: [{ name: "gnome", people: 3 }],
    });
  });
});

it("gives every setting back as it was when nobody has typed anything", () => {
  // The cast: zod makes a JSON Schema of the settings.
  const schema = jsonSchemaOf(channelSettings, "output") as Schema;
  expect(back(schema, defaultSettings)).toEqual(defaultSettings);
});

function back(schema: Schema, value: unknown): unknown {
  if (!schema.properties) {
    const one = read(schema, typedOf(schema, value));
    return one.ok ? one.value : one.wrong;
  }
  const below = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(schema.properties).map(([name, inside]) => [name, back(inside, below[name])]),
  );
}
