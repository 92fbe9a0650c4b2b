/**
 * What somebody has changed and not saved yet. It outlives the walk to another page of the panel, where the navigation
 * says that it is there; before the tab is closed over it, the browser asks.
 */
import { effect, signal } from "@preact/signals";
import type { Section } from "#domain/admin/rights";

/** The drafts of a section, each by the id of what it is about. */
export interface Drafts<Draft> {
  /** Undefined: nothing is changed there. */
  of(id: string): Draft | undefined;
  keep(id: string, draft: Draft): void;
  forget(id: string): void;
}

interface Pile {
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
}

const piles = signal<ReadonlyMap<Section, Pile>>(new Map());

/** Once for each section that has something to save. */
export function draftsOf<Draft>(section: Section): Drafts<Draft> {
  const kept = signal<ReadonlyMap<string, Draft>>(new Map());
  const pile = { isEmpty: () => kept.value.size === 0, clear: () => (kept.value = new Map()) };
  piles.value = new Map(piles.value).set(section, pile);
  return {
    of: (id) => kept.value.get(id),
    keep: (id, draft) => {
      kept.value = new Map(kept.value).set(id, draft);
    },
    forget: (id) => {
      kept.value = new Map([...kept.value].filter(([each]) => each !== id));
    },
  };
}

export const isUnsaved = (section: Section): boolean => piles.value.get(section)?.isEmpty() === false;

export const isAnythingUnsaved = (): boolean => [...piles.value.keys()].some(isUnsaved);

/** Nobody finds what somebody else has typed. */
export const forgetDrafts = (): void => piles.value.forEach(({ clear }) => clear());

/** Has the browser ask before the tab is closed, or loaded anew, over a draft. */
export function watchDrafts(): void {
  effect(() => {
    if (!isAnythingUnsaved()) return undefined;
    addEventListener("beforeunload", stay);
    return () => removeEventListener("beforeunload", stay);
  });
}

const stay = (event: Event) => event.preventDefault();
