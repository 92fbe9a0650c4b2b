/** Players and games, as an owner looks at them. */
import { describe, expect, it } from "vitest";
import { type Channel, itemsIn, openChannel, people, person, type Player } from "../channel.ts";
import { askProduct, until } from "../place.ts";

interface Part<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

const read = async <Answer>(channel: Channel, path: string) =>
  (await (await channel.ask("GET", path)).json()) as Answer;

/** A list from its beginning to its end, part by part. */
async function whole<Item>(channel: Channel, path: string): Promise<readonly (readonly Item[])[]> {
  const parts: (readonly Item[])[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { items, next } = await read<Part<Item>>(channel, `${path}${query}`);
    parts.push(items);
    cursor = next;
  } while (cursor !== undefined);
  return parts;
}

interface Placed extends Player {
  readonly rank: { readonly ru: string; readonly en: string };
  readonly place?: number;
}

describe.concurrent("players", () => {
  it("are listed part by part, with their places and ranks", async () => {
    const channel = await openChannel();
    const [ann, bob, eve] = people("ann", "bob", "eve");
    await channel.score(ann, { wins: 3 });
    await channel.score(bob, { wins: 12, losses: 1 });
    await channel.score(eve, { losses: 2 });

    const parts = await whole<Placed>(channel, "players?limit=2");
    expect(parts.map((part) => part.map(({ login, place }) => [login, place]))).toEqual([
      [
        ["bob", 1],
        ["ann", 2],
      ],
      [["eve", undefined]],
    ]);
    expect(parts[0]?.[0]?.rank).toEqual({ ru: "Картёжный гоблин", en: "Card-Table Goblin" });
    expect((await channel.ask("GET", "players?cursor=nonsense")).status).toBe(400);
  });

  it("have the score that a person corrects, in chat, in Postgres' copy and in the audit", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    await channel.score(ann, { wins: 3, losses: 4, tickets: 1 });
    const corrected = await channel.ask("PATCH", `players/${ann.id}`, { wins: 25, tickets: 0 });
    expect(await corrected.json()).toMatchObject({ wins: 25, losses: 4, tickets: 0 });

    await channel.say(ann, "!я");
    await channel.untilSaid(/25 побед/);
    const changes = itemsIn<{ subject: string; before: unknown; after: unknown; what: string }>(
      await (await askProduct("GET", "/api/audit?limit=1000")).json(),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({
        what: "PATCH /api/channels/:id/players/:player",
        subject: `${channel.id} ${ann.id}`,
        before: { wins: 3, losses: 4, tickets: 1 },
        after: { wins: 25, losses: 4, tickets: 0 },
      }),
    );
  });

  it("nobody knows have no score to correct, and nobody has less than nothing", async () => {
    const channel = await openChannel();
    const ann = person("ann");
    expect((await channel.ask("PATCH", `players/${ann.id}`, { wins: 1 })).status).toBe(404);
    await channel.score(ann, { wins: 1 });
    for (const change of [{ wins: -1 }, { wins: 1.5 }, { points: 1 }, {}])
      expect((await channel.ask("PATCH", `players/${ann.id}`, change)).status).toBe(400);
  });
});

interface Game {
  readonly id: string;
  readonly game: string;
  readonly host: { readonly login?: string };
  readonly ending: string;
  readonly details: object;
}

describe("games that have ended", () => {
  it("are told with whoever began them, part by part and one kind alone, and stand at their players", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({
      chatters: [ann, bob],
      beer: { chancePercent: 100, leastChancePercent: 100 },
      "twenty-one": { paceSeconds: 1 },
    });
    await channel.score(ann, { wins: 1 });
    await channel.score(bob, { wins: 1 });
    await channel.redeem("beer", ann, "5");
    await channel.redeem("twenty-one", ann);
    await channel.redeem("twenty-one", bob);
    const games = await until(
      () => whole<Game>(channel, "games?limit=1"),
      (parts) => parts.flat().length === 2,
    );
    expect(games.map((part) => part.length)).toEqual([1, 1]);
    expect(games.flat().map(({ game }) => game)).toEqual(["twenty-one", "beer"]);
    const [beers] = await whole<Game>(channel, "games?game=beer&limit=5");
    expect(beers).toEqual([
      expect.objectContaining({
        game: "beer",
        host: { id: ann.id, login: "ann", name: "ann" },
        details: expect.objectContaining({ litres: 5 }),
      }),
    ]);

    const known = await read<{ games: Game[]; redemptions: unknown[] }>(channel, `players/${bob.id}`);
    expect(known.games.map(({ game }) => game)).toEqual(["twenty-one"]);
    expect(known.redemptions).toEqual([expect.objectContaining({ reward: "twenty-one" })]);
  });
});
