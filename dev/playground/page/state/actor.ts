/** The actor: whom the person at the page plays. */
import { computed, signal } from "@preact/signals";
import type { Chatter } from "../../../emulators/twitch/entities.ts";
import { findChatter, timeoutOf, viewers } from "./channel.ts";

const chosenId = signal<string | undefined>();

/** Whoever was chosen and is still there; otherwise somebody in nobody's service. */
export const actor = computed<Chatter | undefined>(() => {
  const chosen = chosenId.value === undefined ? undefined : findChatter(chosenId.value);
  return chosen ?? viewers.value.find(({ roles }) => roles.length === 0) ?? viewers.value[0];
});

export function playAs({ id }: Chatter): void {
  chosenId.value = id;
}

/** Viewers whom every game treats as viewers. */
export const plainViewers = computed(() =>
  viewers.value.filter(({ roles }) => !roles.includes("moderator") && !roles.includes("vip")),
);

/** So many different viewers in random order; those who sit out come last. */
export function randomViewers(count: number, among = viewers.value): readonly Chatter[] {
  const shuffled = among
    .map((viewer) => ({ viewer, place: Math.random() + (timeoutOf.value.has(viewer.id) ? 1 : 0) }))
    .toSorted((one, other) => one.place - other.place);
  return shuffled.slice(0, count).map(({ viewer }) => viewer);
}
