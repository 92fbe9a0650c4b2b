/** The world with the origin in it, for tests: asked as a browser or a back end's client would ask. */
import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { startWorld, type World } from "../../world/world.ts";
import { playOrigin } from "./index.ts";

export interface Stage {
  readonly world: World;
  /** A request as whoever wants one writes it; redirects are not followed. */
  ask(url: string, headers?: Named, init?: RequestInit): Promise<Response>;
  /** As a browser goes to a page. */
  visit(url: string, headers?: Named): Promise<Response>;
  /** The same over a socket, as workerd sends it. */
  askOnLine(url: string, headers?: Named): Promise<IncomingMessage>;
  /** `POST /media` of the control API. */
  set(media: object): Promise<Response>;
  /** `GET /media`. */
  tally(platform: string, id: string): Promise<unknown>;
  close(): Promise<void>;
}

type Named = Readonly<Record<string, string>>;

export const backEndKey = "embedded-backend-key";

export const browser =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36";

const navigation = {
  "User-Agent": browser,
  Accept: "text/html",
  "Sec-Fetch-Dest": "document",
  "Sec-Fetch-Mode": "navigate",
  "Sec-Fetch-Site": "none",
};

export async function setStage({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Stage> {
  const world = await startWorld({
    port: 0,
    webhookOrigin: "http://127.0.0.1:1",
    twitch: {
      clientId: "embedded-client",
      clientSecret: "embedded-secret",
      eventSubSecret: "embedded-eventsub-secret",
      broadcaster: { id: "1001", login: "streamer", name: "Streamer" },
      bot: { id: "1002", login: "taproom_bot", name: "Taproom_Bot" },
    },
    emulators: [playOrigin({ backEndKey, now })],
    now,
  });
  const ask: Stage["ask"] = (url, headers = {}, init = {}) =>
    world.fetch(new Request(url, { ...init, headers }));
  const control = (path: string, init?: RequestInit) =>
    world.control(new Request(`http://localhost${path}`, init));
  return {
    world,
    ask,
    visit: (url, headers = {}) => ask(url, { ...navigation, ...headers }),
    async askOnLine(url, headers = {}) {
      const outgoing = httpRequest({
        host: "127.0.0.1",
        port: world.port,
        path: url,
        headers,
        setHost: false,
        agent: false,
      });
      outgoing.end();
      const [response] = (await once(outgoing, "response")) as [IncomingMessage];
      return response;
    },
    set: async (media) => control("/media", { method: "POST", body: JSON.stringify(media) }),
    tally: async (platform, id) => (await control(`/media?platform=${platform}&id=${id}`)).json(),
    close: () => world.close(),
  };
}

/** The JSON of the scripts of a page whose tag holds `mark`. */
export function scriptsOf(page: string, mark: string): unknown[] {
  return [...page.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)]
    .filter(([, tag]) => tag?.includes(mark))
    .map(([, , json]) => JSON.parse(json ?? "") as unknown);
}

/** What lies in a value at a path, as the documents name it. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (inner as Record<string | number, unknown> | undefined)?.[name],
    value,
  );
}

/** The first value under a name, however deep it lies. */
export function deep(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (name in value) return (value as Record<string, unknown>)[name];
  return Object.values(value)
    .map((inner) => deep(inner, name))
    .find((found) => found !== undefined);
}
