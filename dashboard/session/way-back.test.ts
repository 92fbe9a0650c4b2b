import { expect, it } from "vitest";
import { readWayBack } from "./way-back.ts";

const from = (address: string) => readWayBack(new URL(address, "https://taproom.example"));
const coded = (said: unknown) => Buffer.from(JSON.stringify(said)).toString("base64url");

it("takes what Telegram has signed as it was signed, in any letters", () => {
  const said = { id: 7001, first_name: "Анна ≥ 🍺", auth_date: 1_700_000_000, hash: "ab" };
  expect(from(`/?telegram=way#tgAuthResult=${coded(said)}`)).toEqual({
    is: "telegrams",
    state: "way",
    login: { id: "7001", first_name: "Анна ≥ 🍺", auth_date: "1700000000", hash: "ab" },
  });
});

it.each([
  ["who thought better of it at Telegram", "/?telegram=way#tgAuthResult=false", "no-consent"],
  ["to whom Telegram has said nothing", "/?telegram=way", "no-consent"],
  ["whose answer of Telegram is damaged", "/?telegram=way#tgAuthResult=%%%", "begin-again"],
  ["whom nobody has let in", "/?sign-in=not-let-in", "not-let-in"],
  ["whose reason is from elsewhere", "/?sign-in=<script>", "begin-again"],
])("tells somebody %s why they are not in", (_, address, why) => {
  expect(from(address)).toEqual({ is: "closed", why });
});

it("finds nothing in the address of a section", () => {
  expect(from("/#/people")).toBeUndefined();
});
