import { after, type Clock, hours, type Instant, minutes } from "#kernel/clock";
import { letThrough } from "#domain/admin/log/let-through";
import type { LogFilter } from "#domain/admin/log/log-filter";
import type { LogFrame, LogLine } from "#domain/admin/log/log-line";

/** Who follows, and what they want to see; it stays with their socket while the room sleeps. */
export interface Follower {
  /** The hash of the session they came in by; undefined: they bear a token. */
  readonly session?: string;
  readonly person: string;
  readonly filter: LogFilter;
}

interface Attached extends Follower {
  readonly since: Instant;
}

/** Why a socket is closed: https://www.rfc-editor.org/rfc/rfc6455#section-7.4, and one of our own for a session that is over. */
export const closing = { misuse: 1008, tooBig: 1009, later: 1013, sessionOver: 4401 } as const;

const mostOfSession = 8;
const mostWithToken = 64;
const withToken = "token";
/** A session ends after that long too. */
const mostTime = hours(12);
const mostMessagesAMinute = 100;

/** The sockets of the room. They cost nothing while nothing is written. */
export class Followers {
  readonly #ctx: DurableObjectState;
  readonly #clock: Clock;
  /** How often each has written since when; forgotten with the room, which sleeps only when they are silent. */
  readonly #written = new WeakMap<WebSocket, { since: Instant; count: number }>();

  constructor(ctx: DurableObjectState, clock: Clock) {
    this.#ctx = ctx;
    this.#clock = clock;
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  get areAny(): boolean {
    return this.#ctx.getWebSockets().length > 0;
  }

  hasRoomFor({ session }: Follower): boolean {
    const most = session === undefined ? mostWithToken : mostOfSession;
    return this.#ctx.getWebSockets(session ?? withToken).length < most;
  }

  accept(socket: WebSocket, follower: Follower): void {
    this.#ctx.acceptWebSocket(socket, [follower.session ?? withToken]);
    socket.serializeAttachment({ ...follower, since: this.#clock() } satisfies Attached);
  }

  /** One frame for everybody who wants to see the same. */
  tell(lines: readonly LogLine[], dropped: number): void {
    const frames = new Map<string, string | undefined>();
    for (const socket of this.#ctx.getWebSockets()) {
      const { filter } = attachedTo(socket);
      const key = JSON.stringify(filter);
      if (!frames.has(key)) frames.set(key, frameOf(lines.filter(letThrough(filter)), dropped));
      const frame = frames.get(key);
      if (frame !== undefined) send(socket, frame);
    }
  }

  begin(socket: WebSocket, lines: readonly LogLine[]): void {
    send(socket, JSON.stringify({ lines, anew: true } satisfies LogFrame));
  }

  wants(socket: WebSocket, filter: LogFilter): void {
    socket.serializeAttachment({ ...attachedTo(socket), filter } satisfies Attached);
  }

  /** Whether a socket has written more often than anybody who reads would. */
  writesTooOften(socket: WebSocket): boolean {
    const now = this.#clock();
    const before = this.#written.get(socket);
    const written = before && now < after(before.since, minutes(1)) ? before : { since: now, count: 0 };
    written.count += 1;
    this.#written.set(socket, written);
    return written.count > mostMessagesAMinute;
  }

  /** By the hash of each. */
  sessions(): string[] {
    const sessions = this.#ctx.getWebSockets().flatMap((socket) => attachedTo(socket).session ?? []);
    return [...new Set(sessions)];
  }

  hangUp(session: string, code: number, why: string): void {
    for (const socket of this.#ctx.getWebSockets(session)) socket.close(code, why);
  }

  /** A token does not end, so its sockets have to come in again now and then. */
  hangUpOld(): void {
    const now = this.#clock();
    for (const socket of this.#ctx.getWebSockets(withToken))
      if (after(attachedTo(socket).since, mostTime) <= now)
        socket.close(closing.sessionOver, "12 hours are over");
  }
}

const attachedTo = (socket: WebSocket) => socket.deserializeAttachment() as Attached;

function frameOf(lines: readonly LogLine[], dropped: number): string | undefined {
  if (lines.length === 0 && dropped === 0) return undefined;
  return JSON.stringify({ lines, ...(dropped > 0 && { dropped }) } satisfies LogFrame);
}

/** It may have gone this very moment. */
function send(socket: WebSocket, frame: string): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(frame);
}
