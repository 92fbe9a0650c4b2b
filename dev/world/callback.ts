/** A callback that listens, for tests: what Twitch sends is kept, and answered as the test says. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Reaction = (received: Received, response: ServerResponse) => void;

export interface Callback {
  readonly origin: string;
  readonly received: readonly Received[];
  /** From now on every message is answered so. */
  react(reaction: Reaction): void;
  close(): Promise<void>;
}

/** Answers a challenge as it should be answered, and everything else with 204. */
export const politely: Reaction = ({ headers, body }, response) => {
  if (headers["twitch-eventsub-message-type"] !== "webhook_callback_verification") {
    response.writeHead(204).end();
    return;
  }
  const { challenge } = JSON.parse(body) as { challenge: string };
  response.writeHead(200, { "Content-Type": "text/plain" }).end(challenge);
};

export async function openCallback(): Promise<Callback> {
  const received: Received[] = [];
  let react = politely;

  const server = createServer(async (request, response) => {
    const message = {
      path: request.url ?? "",
      headers: request.headers,
      body: await textOf(request),
    };
    received.push(message);
    react(message, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    react(reaction) {
      react = reaction;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
