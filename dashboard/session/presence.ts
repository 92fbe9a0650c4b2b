/** Who sits at the page: not known yet, nobody, or somebody with a session. */
import { computed, signal } from "@preact/signals";
import { may, type Person, type Section, sections } from "#domain/admin/rights";
import type { Obstacle } from "./way-back.ts";

export type Presence =
  | { readonly state: "unknown" }
  | { readonly state: "away"; readonly why?: Obstacle }
  | { readonly state: "here"; readonly person: Person };

export const presence = signal<Presence>({ state: "unknown" });

export const arrive = (person: Person) => {
  presence.value = { state: "here", person };
};

export const leave = (why?: Obstacle) => {
  presence.value = { state: "away", ...(why && { why }) };
};

/** Somebody was told that they are not signed in; who has just gone knows it already. */
export const sessionOver = () => {
  if (presence.value.state !== "away") leave("over");
};

/** The sections that whoever is here may see. */
export const openSections = computed<readonly Section[]>(() => {
  const now = presence.value;
  return now.state === "here" ? sections.filter((section) => may(now.person, [section, "see"])) : [];
});

/** Whether whoever is here may change something in a section. */
export const mayChange = (section: Section): boolean =>
  presence.value.state === "here" && may(presence.value.person, [section, "change"]);
