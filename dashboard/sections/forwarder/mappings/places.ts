/** Chats as they are chosen for new mappings: some from those that are known, others as somebody writes them. */
export interface Places {
  /** Ids of known chats. */
  readonly known: readonly string[];
  /** An @name, a link or an id a line. */
  readonly others: string;
}

export const noPlaces: Places = { known: [], others: "" };

/** Each once. */
export const placesIn = ({ known, others }: Places): string[] => [
  ...new Set([...known, ...others.split(/[\n,;]+/).flatMap((line) => line.trim() || [])]),
];
