/** Which section is shown, for the parts in it that change something. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Section } from "#domain/admin/rights";
import { mayChange } from "../session/presence.ts";

const SectionShown = createContext<Section | undefined>(undefined);

/** What is inside belongs to this section. */
export function InSection({
  section,
  children,
}: {
  readonly section: Section;
  readonly children: ComponentChildren;
}) {
  return <SectionShown.Provider value={section}>{children}</SectionShown.Provider>;
}

/** A hook: whether whoever is here may change something in the section around. */
export function useMayChange(): boolean {
  const section = useContext(SectionShown);
  return section === undefined || mayChange(section);
}
