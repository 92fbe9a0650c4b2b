/** A stage for tests: a world with a bot, a webhook that listens, and grammY pointed at both. */
import { Api } from "grammy";
import { type Callback, openCallback, type Reaction } from "../../world/callback.ts";
import { type Call } from "../../world/calls.ts";
import { startWorld, type World, type WorldOptions } from "../../world/world.ts";
import type { Update } from "./entities.ts";
import type { TelegramSettings } from "./index.ts";

export const token = "200:embedded-downloader";
export const otherToken = "201:another";
export const cacheChat = -1002000000001;
/** Somebody who has written to the bots before. */
export const acquaintance = 7001;

export interface Stage {
  readonly world: World;
  readonly callback: Callback;
  readonly api: Api;
  readonly otherApi: Api;
  /** A request to the Bot API without grammY, which would not send such a thing. */
  call(method: string, init: RequestInit): Promise<Response>;
  /** `POST` to the control API. */
  control(path: string, body?: unknown): Promise<Record<string, unknown>>;
  look(path: string): Promise<unknown>;
  calls(): Promise<Call[]>;
  /** What the webhook has been told. */
  updates(): Update[];
  close(): Promise<void>;
}

type StageOptions = Partial<Omit<WorldOptions, "telegram">> & {
  readonly telegram?: Partial<TelegramSettings>;
};

export async function setStage({ telegram, ...options }: StageOptions = {}): Promise<Stage> {
  const callback = await openCallback();
  callback.react(accept);
  const world = await startWorld({
    port: 0,
    webhookOrigin: callback.origin,
    twitch: {
      clientId: "client",
      clientSecret: "secret",
      eventSubSecret: "eventsub-secret",
      broadcaster: { id: "1001", login: "streamer", name: "Streamer" },
      bot: { id: "1002", login: "taproom_bot", name: "Taproom_Bot" },
    },
    ...options,
    telegram: {
      bots: [bot("downloader", token), bot("second", otherToken)],
      chats: [{ id: cacheChat, type: "channel", title: "Cache" }],
      acquaintances: [
        { id: acquaintance, is_bot: false, first_name: "Ада", username: "ada", language_code: "ru" },
      ],
      limits: { global: null },
      retryWaits: [0],
      ...telegram,
    },
  });
  const clientOf = (of: string) => new Api(of, { fetch: leadTo(world) });

  return {
    world,
    callback,
    api: clientOf(token),
    otherApi: clientOf(otherToken),
    call: (method, init) => world.fetch(new Request(`https://api.telegram.org/bot${token}/${method}`, init)),
    async control(path, body = {}) {
      const request = new Request(world.url + path, { method: "POST", body: JSON.stringify(body) });
      return (await answerOf(await world.control(request))) as Record<string, unknown>;
    },
    look: async (path) => answerOf(await world.control(new Request(world.url + path))),
    calls: async () => (await answerOf(await world.control(new Request(`${world.url}/calls`)))) as Call[],
    updates: () => callback.received.map(({ body }) => JSON.parse(body) as Update),
    close: async () => void (await Promise.all([world.close(), callback.close()])),
  };
}

export const accept: Reaction = (_, response) => response.writeHead(200).end();
export const refuse: Reaction = (_, response) => response.writeHead(500).end();

function bot(name: string, of: string) {
  return {
    name,
    token: of,
    username: name === "downloader" ? "taproom_video_bot" : "second_bot",
    webhookPath: `/telegram/${name}`,
    secret: `secret-of-${name}`,
  };
}

/** The head of an MP4 and some bytes; with the same filling it is the same file. */
export function video(filling = "film", size = 64): Uint8Array {
  const head = Buffer.from("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2mp41", "latin1");
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), filling)]);
}

export function photo(filling = "picture"): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(filling)]);
}

// grammY's types for fetch are node-fetch's; it works with any fetch.
function leadTo(world: World): never {
  const lead = (
    input: string,
    { agent: _, compress: __, body, signal: ___, ...init }: Record<string, unknown>,
  ) => {
    const sent = body === undefined ? {} : { body: bodyOf(body), duplex: "half" };
    return world.fetch(new Request(input, { ...init, ...sent } as RequestInit));
  };
  return lead as never;
}

// Node's streams are no body to Request, web streams are.
function bodyOf(body: unknown): unknown {
  return typeof body === "string" ? body : ReadableStream.from(body as AsyncIterable<Uint8Array>);
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}
