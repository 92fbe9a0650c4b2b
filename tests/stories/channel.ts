/** The words in which the stories are told: a channel, its viewers, and what can be seen of both. */
import { randomInt } from "node:crypto";
import { signIn } from "../../dev/sign-in.ts";
import { askProduct, askWorld, type Call, type Fault, goesWrong, logged, place, until } from "./place.ts";

export type Role = "moderator" | "vip" | "subscriber" | "bot";

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** An id that nobody has had before: stories of several channels are told at once. */
const newId = () => String(randomInt(1_000_000_000, 100_000_000_000));

/** Somebody who may be in chat. */
export const person = (login: string, ...roles: readonly Role[]): Person => ({
  id: newId(),
  login,
  name: login,
  roles,
});

// The cast: as many people as logins.
export const people = <const Logins extends readonly string[]>(...logins: Logins) =>
  logins.map((login) => person(login)) as unknown as { readonly [Place in keyof Logins]: Person };

export const crowd = (count: number, login = "viewer") =>
  Array.from({ length: count }, (_, before) => person(`${login}${before + 1}`));

/** As the ledger's API tells it. */
export interface Entry {
  readonly id: string;
  readonly reward: string;
  readonly viewer: string;
  readonly state: string;
  readonly stands: string;
  readonly at: string;
}

export interface Timeout {
  readonly user: Person;
  readonly moderator: Person;
  readonly reason: string;
  readonly createdAt: number;
  /** null: a ban, for good. */
  readonly endsAt: number | null;
}

/** How a channel looks to whoever looks at it. */
export interface Seen {
  /** What the bot has said, in order. */
  readonly lines: readonly string[];
  readonly timeouts: readonly Timeout[];
  /** Redemptions as Twitch knows them, by id. */
  readonly redemptions: ReadonlyMap<string, string>;
  /** Redemptions as Taproom knows them, the newest first. */
  readonly ledger: readonly Entry[];
}

interface State {
  readonly bot: Person;
  readonly chat: readonly { readonly user: Person; readonly text: string; readonly at: number }[];
  readonly timeouts: readonly Timeout[];
  readonly redemptions: readonly { readonly id: string; readonly status: string }[];
  readonly subscriptions: readonly { readonly type: string; readonly status: string }[];
}

/** Who is there, and the channel's settings: everything else. */
export interface Opening {
  readonly language?: "ru" | "en";
  /** Who is in chat besides the broadcaster and the bot. */
  readonly chatters?: readonly Person[];
  /** Known to Twitch, and not in its list of who is in chat. */
  readonly lurkers?: readonly Person[];
  /** Whether the broadcaster has signed in, as is usual. */
  readonly signedIn?: boolean;
  readonly [setting: string]: unknown;
}

interface Reward {
  readonly key: string;
  readonly isOurs: boolean;
  readonly isPaused: boolean;
}

/** The keys of all rewards: of the keg, of 21, of the beer challenge. */
export const allRewards = ["keg", "boar", "trash", "twenty-one", "beer"] as const;

interface Standing {
  readonly subscriptions: readonly string[];
  readonly problems: readonly string[];
}

/** As `/players` tells it. */
export interface Player {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly wins: number;
  readonly losses: number;
  readonly tickets: number;
}

/** A channel nobody has seen before, with both accounts connected, rewards made and notifications subscribed. */
export async function openChannel(opening: Opening = {}): Promise<Channel> {
  const id = newId();
  const broadcaster: Person = { id, login: `streamer${id}`, name: `Streamer${id}`, roles: [] };
  const channel = new Channel(broadcaster);
  const { bot } = await channel.state();
  const { chatters = [], lurkers = [], signedIn = true, ...settings } = opening;
  // Whoever has been seated once is known to Twitch.
  await channel.seat(...lurkers);
  await channel.seat(broadcaster, { ...bot, roles: ["moderator"] }, ...chatters);
  if (signedIn) await channel.connect();
  else await channel.ask("POST", "setup");
  await channel.set(settings);
  return channel;
}

/** Chat, redemptions begun and ended, the stream on and off, moderators come and gone. */
const channelSubscriptions = 7;

export class Channel {
  readonly broadcaster: Person;
  /** The longest that whoever sent a notification had to wait for the answer, in milliseconds. */
  slowestAnswer = 0;

  constructor(broadcaster: Person) {
    this.broadcaster = broadcaster;
  }

  get id(): string {
    return this.broadcaster.id;
  }

  /** The broadcaster agrees at Twitch; Taproom makes rewards and subscribes; Twitch checks that we answer. */
  async connect(): Promise<void> {
    await this.signIn();
    await this.untilSubscribed();
  }

  /** Twitch has checked that we answer. */
  untilSubscribed(): Promise<State> {
    return until(
      () => this.state(),
      ({ subscriptions }) =>
        subscriptions.length === channelSubscriptions &&
        subscriptions.every(({ status }) => status === "enabled"),
    );
  }

  async signIn(): Promise<void> {
    const { product: origin, adminToken } = place;
    await signIn({ origin, adminToken, world: consentPage }, "broadcaster", this.id);
  }

  async set(settings: object): Promise<void> {
    const answer = await this.ask("PUT", "settings", settings);
    if (!answer.ok) throw new Error(`The settings were refused: ${await answer.text()}`);
  }

  /** Gives somebody a score, as an import does. */
  async score({ id, login, name }: Person, score: Partial<Player>): Promise<void> {
    const player = { id, login, name, wins: 0, losses: 0, tickets: 0, ...score };
    const answer = await this.ask("POST", "players/import", { players: [player] });
    if (!answer.ok) throw new Error(`The score was refused: ${await answer.text()}`);
  }

  /** How somebody stands; undefined: nobody knows them. */
  async player({ id, login }: Person): Promise<Player | undefined> {
    const answer = await this.ask("GET", `players?search=${login}`);
    return itemsIn<Player>(await answer.json()).find((player) => player.id === id);
  }

  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return askProduct(method, `/api/channels/${this.id}/${path}`, body);
  }

  /** From now on these and nobody else are in chat. */
  seat(...chatters: readonly Person[]): Promise<void> {
    return this.#tell("chatters", { chatters });
  }

  /** A viewer spends points. Answers with the redemption's id. */
  async redeem(reward: string, user: Person, input = ""): Promise<string> {
    const { id, status } = await this.#redeem(reward, user, input);
    if (status !== 204) throw new Error(`Taproom answered ${status} to a redemption of ${reward}`);
    return id;
  }

  /** The same, while Twitch does not tell Taproom. */
  async redeemUnheard(reward: string, user: Person): Promise<string> {
    const { id, status } = await this.#redeem(reward, user, "");
    if (status !== 0) throw new Error(`Taproom has heard of a redemption of ${reward}`);
    return id;
  }

  #redeem(reward: string, user: Person, input: string): Promise<{ id: string; status: number }> {
    return this.#tell("redeem", { reward, user: user.id, input });
  }

  /** The keys of our rewards that Twitch does not sell just now, in alphabetical order. */
  async paused(): Promise<string[]> {
    const rewards = await askWorld<Reward[]>("GET", `/twitch/rewards?broadcasterId=${this.id}`);
    return rewards.flatMap(({ key, isOurs, isPaused }) => (isOurs && isPaused ? key : [])).toSorted();
  }

  /** These of our rewards and no others are paused. */
  async untilPaused(...keys: readonly string[]): Promise<void> {
    const wanted = keys.toSorted().join();
    await until(
      () => this.paused(),
      (paused) => paused.join() === wanted,
    );
  }

  say(user: Person, words: string): Promise<void> {
    return this.#tell("say", { user: user.id, text: words });
  }

  /** One notification exactly as told; answers what Taproom answered. */
  notify(type: string, message: object = {}): Promise<{ status: number; body: string; messageId: string }> {
    return this.#tell("notify", { type, ...message });
  }

  /** A human moderator acts. Without seconds: for good. */
  timeOut(user: Person, seconds?: number): Promise<void> {
    return this.#tell("timeout", { userId: user.id, seconds });
  }

  /** Something goes wrong between Taproom and Twitch, in this channel only; answers with the way to mend it. */
  goesWrong(fault: Fault): Promise<() => Promise<void>> {
    return goesWrong("twitch", { ...fault, channel: this.id });
  }

  /** Twitch takes the subscriptions away, and says why. */
  revoke(status: string): Promise<void> {
    return this.#tell("revoke", { status });
  }

  state(): Promise<State> {
    return askWorld("GET", `/twitch/state?broadcasterId=${this.id}`);
  }

  async look(): Promise<Seen> {
    const [{ bot, chat, timeouts, redemptions }, ledger] = await Promise.all([this.state(), this.ledger()]);
    return {
      lines: chat.filter(({ user }) => user.id === bot.id).map((line) => line.text),
      timeouts,
      redemptions: new Map(redemptions.map(({ id, status }) => [id, status])),
      ledger,
    };
  }

  async ledger(): Promise<readonly Entry[]> {
    const answer = await this.ask("GET", "redemptions");
    return itemsIn<Entry>(await answer.json());
  }

  /** What came in and what was done, counted since the room woke. */
  async counts(): Promise<Record<string, number>> {
    const answer = await this.ask("GET", "status");
    const { counts, ...sizes } = (await answer.json()) as { counts: Record<string, number> };
    return { ...counts, ...sizes };
  }

  /** What Taproom found when it last looked after the channel. */
  async standing(): Promise<Standing> {
    const answer = await this.ask("GET", "status");
    return ((await answer.json()) as { standing: Standing }).standing;
  }

  /** Calls to Helix about this channel. */
  async calls(): Promise<Call[]> {
    return askWorld("GET", `/calls?service=twitch&channel=${this.id}`);
  }

  async until(isSo: (seen: Seen) => boolean, deadline?: number): Promise<Seen> {
    try {
      return await until(() => this.look(), isSo, deadline);
    } catch (error) {
      const log = logged(this.id).slice(-40).join("\n");
      throw new Error(`Channel ${this.id}, whose log ends so:\n${log}`, { cause: error });
    }
  }

  /** Somebody hears the bot say words like these. */
  untilSaid(words: RegExp, deadline?: number): Promise<Seen> {
    return this.until(({ lines }) => lines.some((line) => words.test(line)), deadline);
  }

  /** Every redemption has its end, at Twitch and in the ledger, and the last of these lines was said. */
  untilOver(lastWords: RegExp, deadline?: number): Promise<Seen> {
    return this.until(
      ({ lines, ledger, redemptions }) =>
        lines.some((line) => lastWords.test(line)) &&
        ledger.every(({ state }) => state !== "UNFULFILLED") &&
        [...redemptions.values()].every((status) => status !== "UNFULFILLED"),
      deadline,
    );
  }

  async #tell<Answer = void>(what: string, body: object): Promise<Answer> {
    const before = performance.now();
    const answer = await askWorld<Answer>("POST", `/twitch/${what}`, { ...body, broadcasterId: this.id });
    this.slowestAnswer = Math.max(this.slowestAnswer, performance.now() - before);
    return answer;
  }
}

/** The world shows id.twitch.tv's consent page on its own port too. */
function consentPage({ url }: Request): Promise<Response> {
  const { pathname, search } = new URL(url);
  return fetch(place.world + pathname + search, { redirect: "manual" });
}

/** A list of the API. */
export const itemsIn = <Item>(answer: unknown) => (answer as { readonly items: readonly Item[] }).items;

/** Whom the bot has timed out, by login. */
export const soaked = ({ timeouts }: Seen) =>
  timeouts
    .filter(({ moderator }) => moderator.login === "taproom_bot")
    .map(({ user }) => user.login)
    .toSorted();

/** How the ledger ended these redemptions. */
export const stateOf = ({ ledger }: Seen, id: string) => ledger.find((entry) => entry.id === id)?.state;

/** What Taproom has asked Twitch to make of a redemption, every time it asked and was heard. */
export async function ends(channel: Channel, redemption: string): Promise<unknown[]> {
  const calls = await channel.calls();
  return calls
    .filter(({ method, query, status }) => method === "PATCH" && query["id"] === redemption && status === 200)
    .map(({ body }) => (body as { readonly status: string }).status);
}

/** Whom Taproom has timed out, by id, every time that Twitch did it. */
export async function bans(channel: Channel): Promise<string[]> {
  const calls = await bansAsked(channel);
  return calls
    .filter(({ status }) => status === 200)
    .map(({ body }) => (body as { readonly data: { readonly user_id: string } }).data.user_id)
    .toSorted();
}

/** Every time that Taproom has asked Twitch for a timeout, whatever the answer. */
export const bansAsked = async (channel: Channel) =>
  (await channel.calls()).filter(
    ({ method, path }) => method === "POST" && path.endsWith("/moderation/bans"),
  );
