import type { Known } from "./known.ts";
import type { Owner } from "./owner.ts";
import type { Wrangler } from "./wrangler.ts";

/** What is at hand while setting up. */
export interface Hands {
  readonly known: Known;
  readonly wrangler: Wrangler;
  readonly owner: Owner;
  /** Names whose values are to be replaced though they are there. */
  readonly replace: ReadonlySet<string>;
  /** How long what was just deployed may take to answer. */
  readonly patience: number;
}

/** Something that is not as it should be, in words that say what to do. */
export interface Trouble {
  readonly words: string;
  /** Nothing after it can be looked at. */
  readonly blocks?: true;
  /** It could not be looked at: nobody knows whether anything is wrong. */
  readonly unseen?: true;
}

/** One thing that a Taproom needs. */
export interface Step<Seen> {
  readonly name: string;
  /** What is there. Changes nothing. */
  readonly look: (hands: Hands) => Promise<Seen>;
  /** What of it is not as it should be. */
  readonly wrong: (seen: Seen, known: Known) => readonly Trouble[];
  /** Does what can be done about it from here. */
  readonly mend?: (hands: Hands, seen: Seen) => Promise<void>;
  /** It has something to offer even where nothing is wrong. */
  readonly always?: boolean;
}

/** A step whose findings are its own affair. */
export interface AnyStep {
  readonly name: string;
  readonly always: boolean;
  readonly look: (hands: Hands) => Promise<Looked>;
}

interface Looked {
  readonly troubles: readonly Trouble[];
  readonly mend?: (hands: Hands) => Promise<void>;
}

/** Lets steps that find different things stand in one list. */
export const step = <Seen>({ name, look, wrong, mend, always = false }: Step<Seen>): AnyStep => ({
  name,
  always,
  async look(hands) {
    const seen = await look(hands);
    const troubles = wrong(seen, hands.known);
    return { troubles, ...(mend && { mend: (mending) => mend(mending, seen) }) };
  },
});
