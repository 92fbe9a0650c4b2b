/** Who sits at the page: not known yet, nobody, somebody with a session, or somebody whose session has just ended. */
import { computed, signal } from "@preact/signals";
import { may, type Person, type Section, sections } from "#domain/admin/rights";
import type { Obstacle } from "./way-back.ts";

export type Presence =
  | { readonly state: "unknown" }
  | { readonly state: "away"; readonly why?: Obstacle }
  | { readonly state: "here"; readonly person: Person }
  // What they were at stays behind the door, for they may have typed something.
  | { readonly state: "over"; readonly person: Person };

export const presence = signal<Presence>({ state: "unknown" });

export const arrive = (person: Person) => {
  presence.value = { state: "here", person };
};

export const leave = (why?: Obstacle) => {
  presence.value = { state: "away", ...(why && { why }) };
};

/** Somebody was told that they are not signed in; who has just gone knows it already. */
export const sessionOver = () => {
  const now = presence.value;
  if (now.state === "here") presence.value = { state: "over", person: now.person };
};

/** Whose page it is: theirs, too, whose session has just ended. */
export const personShown = computed<Person | undefined>(() => {
  const now = presence.value;
  return "person" in now ? now.person : undefined;
});

/** The sections that they may see. */
export const openSections = computed<readonly Section[]>(() => {
  const person = personShown.value;
  return person ? sections.filter((section) => may(person, [section, "see"])) : [];
});

/** Whether they may change something in a section. */
export const mayChange = (section: Section): boolean =>
  personShown.value !== undefined && may(personShown.value, [section, "change"]);
