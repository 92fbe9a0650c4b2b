import { describe, expect, it } from "vitest";
import { bans, bansAsked, crowd, ends, openChannel, people, person, stateOf } from "./channel.ts";
import { askWorld, type Call, callsSince, logged, until } from "./place.ts";

const lastWords = /Выздоравливайте/;
const botId = "1002";

const expire = (body: object = {}) => askWorld("POST", "/twitch/tokens/expire", body);

/** How tokens were asked for since then, by kind. */
async function tokensAsked(since: number): Promise<string[]> {
  const calls = await callsSince(since, "twitch-id");
  return calls
    .filter(({ path }) => path === "/oauth2/token")
    .map(grantType)
    .toSorted();
}

const grantType = ({ body }: Call) => String((body as Record<string, unknown>)["grant_type"]);

/** How often an identity's token was renewed until now. */
const renewals = (identity: string) =>
  logged('"identity.renewed"').filter((line) => line.includes(`"identity":"${identity}"`));

// One after the other: the bot's token is everybody's.
describe("when Twitch ends", () => {
  it("every token at once, each is renewed once, however many rooms ask", async () => {
    const hosts = people("ann", "bob", "carl", "dora", "eve");
    const channels = await Promise.all(
      hosts.map((host) => openChannel({ keg: { fuseSeconds: 1 }, chatters: [host, ...crowd(3)] })),
    );
    const since = Date.now();
    await expire();
    const kegs = await Promise.all(
      channels.map(async (channel, place) => {
        const keg = await channel.redeem("keg", hosts[place] ?? person("nobody"));
        const seen = await channel.untilOver(lastWords);
        return [stateOf(seen, keg), (await bans(channel)).length];
      }),
    );

    expect(kegs).toEqual(hosts.map(() => ["FULFILLED", 4]));
    // One for Taproom itself; one for the bot; one for each of the five broadcasters.
    expect(await tokensAsked(since)).toEqual([
      "client_credentials",
      ...Array.from({ length: 6 }, () => "refresh_token"),
    ]);
  });

  it("the bot's token just before its timeouts, one new token serves them all", async () => {
    const chatters = crowd(20);
    const [host = person("nobody")] = chatters;
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters });
    await channel.goesWrong({ path: "/moderation/banned", delayMs: 3_000, times: 1 });
    const keg = await channel.redeem("keg", host);
    // The crowd has been looked at for the second time: the timeouts are next.
    await until(
      async () => (await channel.calls()).filter(({ path }) => path.endsWith("/chat/chatters")),
      ({ length }) => length === 2,
    );
    const renewed = renewals("bot").length;
    await expire({ userId: botId });

    const seen = await channel.untilOver(lastWords);
    expect(await ends(channel, keg)).toEqual([stateOf(seen, keg)]);
    expect(await bans(channel)).toEqual(chatters.map(({ id }) => id).toSorted());
    const refused = (await bansAsked(channel)).filter(({ status }) => status === 401);
    expect(refused.length).toBeGreaterThan(1);
    expect(renewals("bot").length - renewed).toBe(1);
  });
});
