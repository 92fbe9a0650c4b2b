/** Somebody who follows the live log, over a WebSocket as the dashboard's. */
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { Duplex } from "node:stream";
import { place, until } from "./place.ts";

export interface LogLine {
  readonly at: string;
  readonly level: string;
  readonly event: string;
  readonly part: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Frame {
  readonly lines: readonly LogLine[];
  readonly anew?: true;
}

type Words = Readonly<Record<string, string>>;

export const bearer = (): Words => ({ Authorization: `Bearer ${place.adminToken}` });

const addressOf = (filter: Words) => `${place.product}/api/logs/live?${new URLSearchParams(filter)}`;

export class Follower {
  readonly frames: Frame[] = [];
  /** The code it was closed with. */
  closed: number | undefined;
  #pongs = 0;
  readonly #socket: WebSocket;

  private constructor(address: string, headers: Words) {
    this.#socket = new WebSocket(address.replace(/^http/, "ws"), { headers });
    this.#socket.addEventListener("message", ({ data }) => {
      if (data === "pong") this.#pongs += 1;
      else this.frames.push(JSON.parse(String(data)) as Frame);
    });
    this.#socket.addEventListener("close", ({ code }) => (this.closed = code));
  }

  /** Comes back when the first lines are there. */
  static async open(filter: Words = {}, headers: Words = bearer()): Promise<Follower> {
    const follower = new Follower(addressOf(filter), headers);
    await until(
      async () => follower.frames,
      ({ length }) => length > 0 || follower.closed !== undefined,
    );
    return follower;
  }

  /** What stands on the page: what came since it began anew. */
  get lines(): readonly LogLine[] {
    const began = this.frames.findLastIndex(({ anew }) => anew);
    return this.frames.slice(began).flatMap(({ lines }) => lines);
  }

  untilSeen(isSo: (lines: readonly LogLine[]) => boolean): Promise<readonly LogLine[]> {
    return until(async () => this.lines, isSo);
  }

  untilClosed(): Promise<number | undefined> {
    return until(
      async () => this.closed,
      (code) => code !== undefined,
    );
  }

  /** Soon, and not when somebody looks whether it still may be open. workerd lets go of the connection some seconds later. */
  untilHungUp(): Promise<number> {
    return until(
      async () => this.#socket.readyState,
      (state) => state !== WebSocket.OPEN,
      10_000,
    );
  }

  /** Wants to see something else; comes back when it begins anew. */
  async chooses(filter: Words): Promise<readonly LogLine[]> {
    const before = this.#beginnings;
    this.write(JSON.stringify(filter));
    await until(
      async () => this.#beginnings,
      (beginnings) => beginnings > before,
    );
    return this.lines;
  }

  get #beginnings(): number {
    return this.frames.filter(({ anew }) => anew).length;
  }

  write(message: string | Buffer): void {
    this.#socket.send(message);
  }

  /** Comes back when it was answered. */
  async ping(): Promise<void> {
    const before = this.#pongs;
    this.#socket.send("ping");
    await until(
      async () => this.#pongs,
      (pongs) => pongs > before,
    );
  }

  leave(): void {
    this.#socket.close();
  }
}

/** The status with which the door answers whoever wants to follow. */
export async function knocksAtLog(headers: Words, filter: Words = {}): Promise<number | undefined> {
  const upgrade = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  const asked = request(addressOf(filter), { headers: { ...upgrade, ...headers } });
  asked.end();
  const [answer] = (await Promise.race([once(asked, "response"), once(asked, "upgrade")])) as [
    IncomingMessage,
    Duplex?,
  ];
  asked.destroy();
  return answer.statusCode;
}
