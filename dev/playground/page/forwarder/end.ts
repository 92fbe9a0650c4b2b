/** An end of a mapping: where people post, and where it arrives. */
export type End = "source" | "target";
