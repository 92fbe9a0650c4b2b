import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { broadcasterId, eventsOf, setStage, type Stage, subscribe } from "./stage.ts";

let stage: Stage;
let now = Date.UTC(2026, 10, 20, 18);
beforeEach(async () => {
  stage = await setStage({ now: () => now });
});
afterEach(() => stage.close());

const broadcast = (live: boolean, channel?: string) =>
  stage.control("/twitch/stream", { live, broadcasterId: channel });
const stream = () => stage.api.streams.getStreamByUserId(broadcasterId);
const named = async (query: { userId?: string[]; userName?: string[] }) =>
  (await stage.api.streams.getStreams(query)).data.map(({ userId }) => userId);
const notify = (type: string, message: object = {}) => stage.control("/twitch/notify", { type, ...message });
const shown = async () => ((await stage.look("/twitch/state")) as { stream: unknown }).stream;

describe("a broadcast", () => {
  it("is seen by Helix while it is on the air", async () => {
    expect(await stream()).toBeNull();
    await broadcast(true);
    const live = await stream();
    expect(live).toMatchObject({ userName: "streamer", userDisplayName: "Streamer", type: "live" });
    expect(live?.startDate.getTime()).toBe(now);
    expect(await shown()).toEqual({ id: live?.id, startedAt: now });

    await broadcast(false);
    expect(await stream()).toBeNull();
    expect(await shown()).toBeNull();
  });

  it("is found among others by id and by login", async () => {
    await broadcast(true);
    await broadcast(true, "777");
    expect(await named({ userId: [broadcasterId, "404"] })).toEqual([broadcasterId]);
    expect(await named({ userName: ["Streamer777"] })).toEqual(["777"]);
    expect(await named({})).toEqual([broadcasterId, "777"]);
    await expect(named({ userName: ["кто-то"] })).rejects.toThrow(/400/);
  });

  it("is announced when it begins and when it ends, once each", async () => {
    await subscribe(stage, (subscribeTo, transport) => [
      subscribeTo.subscribeToStreamOnlineEvents(broadcasterId, transport),
      subscribeTo.subscribeToStreamOfflineEvents(broadcasterId, transport),
    ]);
    await broadcast(true);
    await broadcast(true);
    await broadcast(false);
    await broadcast(false);
    const whose = {
      broadcaster_user_id: broadcasterId,
      broadcaster_user_login: "streamer",
      broadcaster_user_name: "Streamer",
    };
    expect(eventsOf(stage)).toEqual([
      { ...whose, id: expect.any(String), type: "live", started_at: expect.stringMatching(/\.\d{9}Z$/) },
      whose,
    ]);
  });
});

describe("news of a broadcast", () => {
  it("make it so", async () => {
    await notify("stream.online", { event: { id: "42" } });
    expect(await stream()).toMatchObject({ id: "42" });
    await notify("stream.offline");
    expect(await stream()).toBeNull();
  });

  it("that come in the wrong order do not revive it", async () => {
    await notify("stream.offline", { timestamp: "2026-11-20T18:00:00Z" });
    await notify("stream.online", { event: { started_at: "2026-11-20T14:00:00Z" } });
    expect(await stream()).toBeNull();
    await notify("stream.online", { event: { started_at: "2026-11-20T18:30:00Z" } });
    expect(await stream()).not.toBeNull();
  });

  it("that are forged change nothing", async () => {
    await notify("stream.online", { signature: "sha256=00" });
    expect(await stream()).toBeNull();
  });
});
