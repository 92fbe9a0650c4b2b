import { expect, it } from "vitest";
import type { ChannelId } from "#kernel/ids";
import type { ChatMessage, Role } from "#domain/twitch/eventsub/channel-event";
import { person } from "#domain/twitch/features/rehearsal";
import { isPrivileged } from "#domain/twitch/roster";
import { defaultSettings } from "#domain/twitch/settings";
import { memoryInTests } from "./memory-in-tests.ts";
import { RosterBook } from "./roster-book.ts";

function scene(changes: Partial<typeof defaultSettings> = {}) {
  const memory = memoryInTests();
  let settings = { ...defaultSettings, ...changes };
  const open = () =>
    new RosterBook({
      channel: "streamer" as ChannelId,
      memory,
      settings: () => settings,
      bot: () => "taproom",
    });
  const set = (other: Partial<typeof defaultSettings>) => {
    settings = { ...settings, ...other };
  };
  return { open, set };
}

const line = (login: string, ...roles: readonly Role[]): ChatMessage => ({
  id: "1",
  chatter: person(login),
  text: "hi",
  roles,
  forReward: false,
});

it("believes the badge of this moment", () => {
  const book = scene().open();
  book.wears(line("ann", "moderator"));
  expect(isPrivileged(book.roster, "ann")).toBe(true);
  book.wears(line("ann"));
  expect(isPrivileged(book.roster, "ann")).toBe(false);
});

it("remembers Twitch's list, and who came and went since, over a new life of the room", () => {
  const { open } = scene();
  const book = open();
  book.learn(["ann", "bob"]);
  book.appoint("eve", true);
  book.appoint("bob", false);
  expect([...open().roster.moderators].toSorted()).toEqual(["ann", "eve"]);
});

it("treats VIPs as privileged where the channel wants it", () => {
  const { open, set } = scene();
  const book = open();
  book.wears(line("vera", "vip"));
  expect(isPrivileged(book.roster, "vera")).toBe(false);
  set({ privilegedVips: true });
  book.changed();
  expect(isPrivileged(book.roster, "vera")).toBe(true);
});
