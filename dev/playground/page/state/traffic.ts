/** Traffic: what the product asked of the outside, and what Twitch told the product. */
import { signal } from "@preact/signals";
import type { Call } from "../../../world/calls.ts";
import type { Notification } from "../../wire.ts";
import { get } from "../ask.ts";

/** One row of the list; `out` is a call of the product, `in` a message to it. */
export type Passage = { readonly key: number; readonly at: number; readonly status: number } & (
  | { readonly way: "out"; readonly call: Call }
  | { readonly way: "in"; readonly notification: Notification }
);

/** Oldest first. */
export const traffic = signal<readonly Passage[]>([]);

const kept = 400;
const lookBack = 10 * 60_000;
let lastKey = 0;

export async function fetchTraffic(): Promise<void> {
  const calls = await get<Call[]>(`/calls?since=${Date.now() - lookBack}`);
  if (!calls.ok) return;
  // Messages to the product are remembered by nobody but this page.
  const told = traffic.value.filter(({ way }) => way === "in");
  traffic.value = [...told, ...calls.value.slice(-kept).map(called)]
    .toSorted((a, b) => a.at - b.at)
    .slice(-kept);
}

export function noteCall(call: Call): void {
  add(called(call));
}

export function noteNotification(notification: Notification): void {
  add({ key: ++lastKey, way: "in", at: Date.now(), status: notification.status, notification });
}

export function forgetTraffic(): void {
  traffic.value = [];
}

const called = (call: Call): Passage => ({
  key: ++lastKey,
  way: "out",
  at: call.at,
  status: call.status,
  call,
});

function add(passage: Passage): void {
  traffic.value = [...traffic.value, passage].slice(-kept);
}
