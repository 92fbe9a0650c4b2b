/** Who sits at the page: not known yet, nobody, or somebody with a session. */
import { computed, signal } from "@preact/signals";
import { may, type Person, type Section, sections } from "#domain/admin/rights";

export type Presence =
  | { readonly state: "unknown" }
  | { readonly state: "away" }
  | { readonly state: "here"; readonly person: Person };

export const presence = signal<Presence>({ state: "unknown" });

export const arrive = (person: Person) => {
  presence.value = { state: "here", person };
};

export const leave = () => {
  presence.value = { state: "away" };
};

/** The sections that whoever is here may see. */
export const openSections = computed<readonly Section[]>(() => {
  const now = presence.value;
  return now.state === "here" ? sections.filter((section) => may(now.person, [section, "see"])) : [];
});

/** Whether whoever is here may change something in a section. */
export const mayChange = (section: Section): boolean =>
  presence.value.state === "here" && may(presence.value.person, [section, "change"]);
