import { randomUUID } from "node:crypto";
import type { TaproomProcess } from "../taproom-process.ts";

/** What it costs that many follow the log at once. */
export interface Followed {
  readonly followers: number;
  /** That each of them has seen. */
  readonly lines: number;
  /** Requests of the log's room: one for each socket, and one for each page of lines that is handed over. */
  readonly sockets: number;
  readonly pages: number;
  readonly redisCalls: number;
}

const followers = 50;
const wanted = 100;

interface Frame {
  readonly lines: readonly unknown[];
  readonly anew?: true;
}

export async function countFollowers(taproom: TaproomProcess): Promise<Followed> {
  const before = await logRoom(taproom);
  const all = await Promise.all(Array.from({ length: followers }, () => openFollower(taproom.origin)));
  const since = Date.now();
  // Each redemption is two lines: that it came, and that its points went back.
  for (let nth = 0; nth < wanted / 2; nth += 1) await redeem(taproom, nth);
  await Promise.all(all.map(({ seen }) => seen));
  const calls = await taproom.askWorld<readonly unknown[]>(`/calls?service=redis&since=${since}`);
  const after = await logRoom(taproom);
  for (const { leave } of all) leave();
  return {
    followers,
    lines: wanted,
    sockets: after.sockets - before.sockets,
    pages: after.pages - before.pages,
    redisCalls: calls.length,
  };
}

/** A page is handed over past the meter, but it is one row, as long as the room has not kept so many that the oldest go. */
async function logRoom(taproom: TaproomProcess) {
  const { rooms } = await taproom.readMeter();
  const { requests = {}, sqlRows = 0 } = rooms["LiveLogDO"] ?? {};
  return { sockets: requests["fetch"] ?? 0, pages: sqlRows };
}

/** Somebody who looks until they have seen as many lines as were written. */
async function openFollower(origin: string) {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/api/logs/live?part=channel`, {
    headers: { Authorization: "Bearer embedded-admin-token" },
  });
  const begun = Promise.withResolvers<void>();
  const seen = Promise.withResolvers<void>();
  let lines = 0;
  socket.addEventListener("close", ({ code }) => begun.reject(new Error(`The log hung up with ${code}`)));
  socket.addEventListener("message", ({ data }) => {
    // The cast: nobody but the room speaks here.
    const frame = JSON.parse(String(data)) as Frame;
    if (frame.anew) return begun.resolve();
    lines += frame.lines.length;
    if (lines >= wanted) seen.resolve();
  });
  await begun.promise;
  return { seen: seen.promise, leave: () => socket.close() };
}

/** Boars without a keg: their points go back at once. */
const redeem = ({ askWorld }: TaproomProcess, nth: number) =>
  askWorld("/twitch/notify", {
    type: "channel.channel_points_custom_reward_redemption.add",
    event: {
      id: randomUUID(),
      reward: { key: "boar" },
      user_id: `77${nth}`,
      user_login: "ann",
      user_name: "Ann",
    },
  });
