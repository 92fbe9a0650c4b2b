import { describe, expect, it } from "vitest";
import { after, instant, minutes } from "#kernel/clock";
import { isFresh, signedText, telegramName } from "./telegram-login.ts";

const noon = instant(Date.UTC(2026, 10, 21, 12));
const said = { id: "7001", first_name: "Ада", auth_date: String(noon / 1_000), hash: "ab" };

it("signs every field but the hash, by name", () => {
  expect(signedText(said)).toBe(`auth_date=${noon / 1_000}\nfirst_name=Ада\nid=7001`);
});

describe("a sign-in", () => {
  it("is fresh for ten minutes", () => {
    expect(isFresh(said, after(noon, minutes(9)))).toBe(true);
    expect(isFresh(said, after(noon, minutes(10)))).toBe(false);
  });
  it("is not of the future, nor of no time at all", () => {
    expect(isFresh(said, instant(noon - minutes(2)))).toBe(false);
    expect(isFresh({ ...said, auth_date: "soon" }, noon)).toBe(false);
  });
});

it("calls somebody what Telegram calls them", () => {
  expect(telegramName({ ...said, last_name: "Лавлейс" })).toBe("Ада Лавлейс");
  expect(telegramName({ id: "7", username: "ada" })).toBe("ada");
  expect(telegramName({ id: "7" })).toBe("7");
});
