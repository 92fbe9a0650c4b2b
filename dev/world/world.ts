/**
 * The world outside Taproom, in one process and on one port.
 *
 * A request line with an absolute URL is an outbound request of the product, as a proxy gets it; a path alone
 * is for the control API or the page. Tried with miniflare 5: `outboundService` itself takes no external server
 * any more, but a Worker of one line, `fetch: (request, env) => env.WORLD.fetch(request)`, with the binding
 * `WORLD: { type: "external", address, http: { style: 1 } }` (1 is PROXY) does. What arrives is
 * `POST https://api.twitch.tv/helix/… HTTP/1.1`: the https scheme is kept, and there is no Host header.
 */
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Emulator } from "../emulators/emulator.ts";
import { playTelegram, type TelegramSettings } from "../emulators/telegram/index.ts";
import { playTwitch, type TwitchSettings } from "../emulators/twitch/index.ts";
import { Calls } from "./calls.ts";
import { createControl } from "./control.ts";
import { Happenings } from "./happenings.ts";
import { isLoopback } from "./loopback.ts";
import { type BrokenLine, Outbound } from "./outbound.ts";
import { Services } from "./services.ts";

export interface WorldOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Where Twitch and Telegram find the product, such as `http://127.0.0.1:8787`; a function where the port is known later. */
  readonly webhookOrigin: string | (() => string);
  readonly twitch: TwitchSettings;
  /** Without it Telegram knows no bot. */
  readonly telegram?: TelegramSettings;
  /** Where emulators made before the world tell what happens; otherwise the world has its own. */
  readonly happenings?: Happenings;
  /** Whoever else plays; one that serves several services comes as an array. */
  readonly emulators?: readonly (Emulator | readonly Emulator[])[];
  /** Answers what the control API does not know. */
  readonly playground?: (request: Request) => Response | Promise<Response>;
  readonly now?: () => number;
  readonly random?: () => number;
}

export interface World {
  readonly url: string;
  readonly port: number;
  /** An outbound request without a socket; a broken line rejects, as `fetch` does. */
  fetch(request: Request): Promise<Response>;
  /** A request to the control API without a socket. */
  control(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const { port, host = "127.0.0.1", webhookOrigin, now = Date.now, random = Math.random } = options;
  const { happenings = new Happenings() } = options;
  const calls = new Calls();
  const originOf = typeof webhookOrigin === "string" ? () => webhookOrigin : webhookOrigin;
  const twitch = playTwitch({ ...options.twitch, webhookOrigin: originOf, happenings, now });
  const ended = new AbortController();
  const fetchOutside = async (request: Request) => {
    const answer = await outbound.answer(request);
    return answer instanceof Response
      ? answer
      : failAs(answer, AbortSignal.any([request.signal, ended.signal]));
  };
  const bots = options.telegram ?? { bots: [] };
  const telegram = playTelegram({ ...bots, webhookOrigin: originOf, happenings, now, fetchOutside });
  const emulators = [...twitch.emulators, telegram, ...(options.emulators ?? []).flat()];
  const services = new Services(emulators);
  const outbound: Outbound = new Outbound({ services, calls, happenings, now, random });

  async function reset(): Promise<void> {
    outbound.clearFaults();
    services.startAll();
    await Promise.all(emulators.map((emulator) => emulator.reset?.()));
    calls.forget();
    happenings.tell("reset", { broadcasterId: null });
  }

  const app = createControl({ outbound, calls, services, happenings, reset });
  app.route("/", twitch.control);
  for (const { control: routes } of emulators) if (routes) app.route("/", routes);
  const { playground } = options;
  if (playground) app.all("*", (c) => playground(c.req.raw));
  const control = async (request: Request) => app.fetch(request);

  // No keep-alive timeout: workerd would meet a connection that closes just as a request goes out.
  const serverOptions = { requireHostHeader: false, keepAliveTimeout: 0 };
  const server = createServer(serverOptions, listener(outbound, control));
  await listen(server, port, host);
  const bound = (server.address() as AddressInfo).port;

  return {
    url: `http://${host}:${bound}`,
    port: bound,
    control,
    fetch: fetchOutside,

    async close() {
      ended.abort(new Error("The world has ended"));
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, ...emulators.map((emulator) => emulator.close?.())]);
    },
  };
}

function listener(outbound: Outbound, control: World["control"]) {
  return getRequestListener(
    async (request, env) => {
      // The other kind is HTTP/2, which this server does not speak.
      const { incoming, outgoing } = env as HttpBindings;
      if (incoming.url?.startsWith("/")) {
        return isLoopback(new URL(request.url).hostname) ? control(request) : onlyHere();
      }
      const answer = await outbound.answer(request);
      return answer instanceof Response ? answer : breakLine(answer, outgoing);
    },
    { overrideGlobalObjects: false },
  );
}

async function breakLine(how: BrokenLine, outgoing: ServerResponse): Promise<Response> {
  if (how === "reset") outgoing.socket?.resetAndDestroy();
  else if (!outgoing.closed) await once(outgoing, "close");
  return RESPONSE_ALREADY_SENT;
}

async function failAs(how: BrokenLine, signal: AbortSignal): Promise<never> {
  if (how === "reset") {
    throw new TypeError("fetch failed", {
      cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }),
    });
  }
  if (!signal.aborted) await once(signal, "abort");
  throw signal.reason;
}

// A page elsewhere may lead its own name to this address; it should find nothing here.
function onlyHere(): Response {
  return Response.json({ error: "The world's control API answers on this machine only" }, { status: 403 });
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
