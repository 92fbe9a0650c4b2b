import { expect, it } from "vitest";
import type { ChatLine, Redemption } from "../../../emulators/twitch/entities.ts";
import { timeline } from "./timeline.ts";

const anya = { id: "1", login: "anya", name: "Аня" };
const boris = { id: "2", login: "boris", name: "Boris" };

const line = (at: number): ChatLine => ({ id: `line-${at}`, user: anya, text: "hm", at });
const redeemed = (at: number, reward: string, user = anya): Redemption => ({
  id: `redemption-${at}`,
  user,
  reward: { id: reward, title: reward, cost: 1, prompt: "" },
  input: "",
  status: "UNFULFILLED",
  redeemedAt: at,
});

it("tells what was said and what was redeemed in the order in which it happened", () => {
  const keys = timeline([line(1), line(4)], [redeemed(3, "keg")]).map(({ key }) => key);
  expect(keys).toEqual(["line-1", "redemption-3", "line-4"]);
});

it("tells of a herd once, even while others do something else", () => {
  const entries = timeline([], [redeemed(1, "boar"), redeemed(2, "trash"), redeemed(3, "boar", boris)]);
  expect(entries).toMatchObject([{ users: [anya, boris] }, { users: [anya] }]);
});

it("tells of a herd twice where somebody spoke between", () => {
  const kinds = timeline([line(2)], [redeemed(1, "boar"), redeemed(3, "boar")]).map(({ kind }) => kind);
  expect(kinds).toEqual(["redeemed", "line", "redeemed"]);
});
