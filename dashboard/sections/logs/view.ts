import type { Row } from "./journal.ts";

/** What is shown: whatever comes, or what had come at a moment. */
export type View =
  | { readonly is: "live" }
  | { readonly is: "paused"; readonly rows: readonly Row[] }
  | { readonly is: "snapshot"; readonly rows: readonly Row[] };
