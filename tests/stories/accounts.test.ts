/** Accounts are connected by their owners, at Twitch, and what they have not agreed to is told. */
import { describe, expect, it } from "vitest";
import { openChannel, people } from "./channel.ts";
import { place } from "./place.ts";

/** Signs the broadcaster in, agreeing to whatever `agree` leaves of the scopes that Taproom asks for. Answers with the last page. */
async function signIn(userId: string, agree: (scopes: readonly string[]) => readonly string[]) {
  const begun = await fetch(`${place.product}/twitch/oauth/start`, {
    method: "POST",
    body: new URLSearchParams({ account: "broadcaster", token: place.adminToken }),
    redirect: "manual",
  });
  const consent = new URL(begun.headers.get("location") ?? "");
  const asked = (consent.searchParams.get("scope") ?? "").split(" ");
  consent.searchParams.set("scope", agree(asked).join(" "));
  consent.searchParams.set("as", userId);
  const agreed = await fetch(place.world + consent.pathname + consent.search, { redirect: "manual" });
  const back = new URL(agreed.headers.get("location") ?? "");
  const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
  const done = await fetch(`${place.product}${back.pathname}${back.search}`, { headers: { cookie } });
  return { asked, page: await done.text() };
}

const all = (scopes: readonly string[]) => scopes;
const allButModerators = (scopes: readonly string[]) => scopes.filter((scope) => scope !== "moderation:read");

describe.concurrent("connecting a broadcaster", () => {
  it("asks for the scopes that are used, and for no others", async () => {
    const channel = await openChannel();
    const { asked } = await signIn(channel.id, all);
    expect(asked.toSorted()).toEqual(["channel:bot", "channel:manage:redemptions", "moderation:read"]);
  });

  it("without one of the scopes says which is missing, on the page and in the channel's status", async () => {
    const channel = await openChannel();
    const { page } = await signIn(channel.id, allButModerators);
    expect(page).toContain("moderation:read");
    const missing = /broadcaster has not agreed to moderation:read/;
    await channel.ask("POST", "setup");
    expect((await channel.standing()).problems).toContainEqual(expect.stringMatching(missing));

    await signIn(channel.id, all);
    expect((await channel.standing()).problems).toEqual([]);
  });
});

describe.concurrent("two channels", () => {
  it("share neither cooldowns nor scores nor games nor names of commands", async () => {
    const [ann, bob] = people("ann", "bob");
    const one = await openChannel({ chatters: [ann, bob] });
    const other = await openChannel({ chatters: [ann, bob], commands: { me: ["кто"] }, language: "en" });
    await one.score(ann, { wins: 10 });
    await one.say(ann, "!я");
    await other.say(ann, "!кто");
    expect((await one.untilSaid(/10 побед/)).lines).toHaveLength(1);
    const seen = await other.until(({ lines }) => lines.length === 1);
    expect(seen.lines[0]).toMatch(/^\S+ @ann/);
    expect(seen.lines[0]).not.toMatch(/10/);
    await one.say(bob, "!кто");
    await one.redeem("keg", ann);
    await one.untilSaid(/вскрывает кегу/);
    await other.redeem("boar", bob);
    expect((await other.untilOver(/there is no keg/)).lines).toHaveLength(2);
    expect((await one.look()).lines.filter((line) => line.includes("ann —"))).toHaveLength(1);
  });
});
