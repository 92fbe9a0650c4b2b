import { DurableObject } from "cloudflare:workers";
import { after, type Clock, instant, minutes } from "#kernel/clock";
import { readConfig } from "#kernel/config";
import { described } from "#kernel/log";
import { consoleLog } from "#adapters/log";
import { type LogFilter, logFilter } from "#domain/admin/log/log-filter";
import type { LogLine } from "#domain/admin/log/log-line";
import { followerOf } from "./follow.ts";
import { closing, Followers } from "./followers.ts";
import { Pages } from "./pages.ts";

/** Shown to whoever begins to follow. */
const shownFirst = 50;
const mostOfMessage = 4_096;
const betweenChecks = minutes(1);

/** The latest that was logged anywhere in the house, and everybody who follows it. There is one room. */
export class LiveLogDO extends DurableObject<Env> {
  readonly #clock: Clock = () => instant(Date.now());
  /** Its own lines go to the console alone: shown here they would make lines. */
  readonly #log = consoleLog(readConfig(this.env).LOG_LEVEL, { room: "log" });
  readonly #pages = new Pages(this.ctx.storage.sql);
  readonly #followers = new Followers(this.ctx, this.#clock);

  /** `dropped`: lines that got lost on their way here. */
  write(lines: readonly LogLine[], dropped: number): void {
    this.#pages.add(lines);
    this.#followers.tell(lines, dropped);
  }

  /** The latest that the filter lets through, the oldest of them first. */
  latest(filter: LogFilter, limit: number): LogLine[] {
    return this.#pages.latest(filter, limit);
  }

  /** A session is over, and with it what it had open. */
  hangUp(session: string): void {
    this.#followers.hangUp(session, closing.sessionOver, "the session is over");
  }

  /** A socket for somebody whom the door has let in: `followRequest` is how it asks. */
  override async fetch(request: Request): Promise<Response> {
    const follower = followerOf(request);
    if (!this.#followers.hasRoomFor(follower))
      return new Response("Too many sockets are open already", { status: 429 });
    const { 0: theirs, 1: ours } = new WebSocketPair();
    this.#followers.accept(ours, follower);
    this.#begin(ours, follower.filter);
    if ((await this.ctx.storage.getAlarm()) === null) await this.#checkLater();
    return new Response(null, { status: 101, webSocket: theirs });
  }

  /** What they want to see from now on. */
  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    if (this.#followers.writesTooOften(socket)) return socket.close(closing.misuse, "too many messages");
    if (typeof message !== "string") return socket.close(closing.misuse, "wants text");
    if (message.length > mostOfMessage) return socket.close(closing.tooBig, "4 KiB at most");
    const filter = readFilter(message);
    if (!filter) return socket.close(closing.misuse, "wants a filter");
    this.#followers.wants(socket, filter);
    this.#begin(socket, filter);
  }

  /** Whether everybody who follows still may; once a minute while there is somebody. */
  override async alarm(): Promise<void> {
    this.#followers.hangUpOld();
    await this.#endThoseThatAreOver(this.#followers.sessions());
    if (this.#followers.areAny) await this.#checkLater();
  }

  #begin(socket: WebSocket, filter: LogFilter): void {
    this.#followers.begin(socket, this.#pages.latest(filter, shownFirst));
  }

  /** When it cannot be told who still may, nobody may: they come again, and are asked at the door. */
  async #endThoseThatAreOver(sessions: readonly string[]): Promise<void> {
    if (sessions.length === 0) return;
    try {
      const alive = new Set(await this.env.ADMIN.getByName("admin").whoseAreAlive([...sessions]));
      for (const session of sessions) if (!alive.has(session)) this.hangUp(session);
    } catch (error) {
      this.#log.warn("live-log.not-checked", described(error));
      for (const session of sessions) this.#followers.hangUp(session, closing.later, "come again");
    }
  }

  #checkLater(): Promise<void> {
    return this.ctx.storage.setAlarm(after(this.#clock(), betweenChecks));
  }
}

function readFilter(message: string): LogFilter | undefined {
  try {
    return logFilter.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
