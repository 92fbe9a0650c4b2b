import { expect, it, vi } from "vitest";
import { after, minutes, seconds } from "#kernel/clock";
import type { Chatter } from "#domain/twitch/chatter";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { noon, people, person } from "#domain/twitch/features/rehearsal";
import { memoryInTests } from "./memory-in-tests.ts";
import { Presence } from "./presence.ts";

const line = (chatter: Chatter): ChatMessage => ({
  id: "1",
  chatter,
  text: "hi",
  roles: [],
  forReward: false,
});
const [ann, bob] = people("ann", "bob") as [Chatter, Chatter];
const logins = (chatters: readonly Chatter[]) => chatters.map(({ login }) => login);

it("knows who wrote within the last 15 minutes, the latest at the end", () => {
  const presence = new Presence(memoryInTests());
  presence.note(line(ann), noon);
  presence.note(line(bob), after(noon, minutes(1)));
  presence.note(line(ann), after(noon, minutes(2)));
  expect(logins(presence.recent(after(noon, minutes(2))))).toEqual(["bob", "ann"]);
  expect(logins(presence.recent(after(noon, minutes(16.5))))).toEqual(["ann"]);
  expect(presence.recent(after(noon, minutes(18)))).toEqual([]);
});

it("does not count bots", () => {
  const presence = new Presence(memoryInTests());
  presence.note(line(person("nightbot")), noon);
  expect(presence.recent(noon)).toEqual([]);
});

it("finds people by login or display name, in any letter case", () => {
  const presence = new Presence(memoryInTests());
  const ivan = { ...ann, login: "vanya_77", name: "Иван" };
  presence.note(line(ivan), noon);
  expect([
    presence.named("иван", noon),
    presence.named("VANYA_77", noon),
    presence.named("ann", noon),
  ]).toEqual([ivan, ivan, undefined]);
});

it("writes a picture of everybody for twenty lines at least, and once a minute at most", () => {
  const memory = memoryInTests();
  const presence = new Presence(memory);
  const keep = vi.spyOn(memory, "keep");
  for (let n = 0; n < 19; n++) presence.note(line(person(`viewer${n}`)), noon);
  expect(keep).not.toHaveBeenCalled();
  for (let n = 0; n < 1_000; n++) presence.note(line(person(`viewer${n}`)), after(noon, seconds(n / 100)));
  expect(keep).toHaveBeenCalledTimes(1);

  const reborn = new Presence(memory);
  expect(reborn.recent(noon)).toHaveLength(19);
});
