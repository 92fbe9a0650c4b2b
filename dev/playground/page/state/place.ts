/** The place: the channel on Twitch, the downloader on Telegram, or the forwarder there. It is kept in the address, so that it can be shared and gone back from. */
import { signal } from "@preact/signals";

export const places = ["twitch", "telegram", "forwarder"] as const;
export type Place = (typeof places)[number];

export const hashOf = (name: Place) => `#${name}`;

export const place = signal<Place>(placeInAddress());

export function followAddress(): void {
  globalThis.addEventListener("hashchange", () => {
    place.value = placeInAddress();
  });
}

function placeInAddress(): Place {
  return places.find((name) => hashOf(name) === globalThis.location.hash) ?? "twitch";
}
