/** The broadcast: it begins and ends, and whoever subscribed is told. */
import { eventSubTimestamp, type Delivered } from "../../world/delivery.ts";
import type { Channel } from "./channel.ts";
import type { Stream } from "./entities.ts";
import type { Scene } from "./scene.ts";

export function goLive(scene: Scene, channel: Channel): Promise<Delivered> {
  const startedAt = scene.store.now();
  const stream = { id: streamId(startedAt), startedAt };
  showLive(scene, channel, stream);
  return scene.announce("stream.online", channel, onlineFields(stream));
}

export function goOffline(scene: Scene, channel: Channel): Promise<Delivered> {
  showOffline(scene, channel, scene.store.now());
  return scene.announce("stream.offline", channel, {});
}

/** It is so, without anybody being told. */
export function showLive(scene: Scene, channel: Channel, stream: Stream): void {
  channel.goLive(stream);
  scene.show("stream", channel, { stream: channel.stream });
}

export function showOffline(scene: Scene, channel: Channel, at: number): void {
  channel.goOffline(at);
  scene.show("stream", channel, { stream: null });
}

/** What `stream.online` says besides whose stream it is. */
export function onlineFields({ id, startedAt }: Stream) {
  return { id, type: "live", started_at: eventSubTimestamp(startedAt) };
}

// Eleven digits, as Twitch's are, and another one for every moment of some months.
export function streamId(startedAt: number): string {
  return String(40_000_000_000 + (Math.trunc(startedAt) % 10_000_000_000));
}
