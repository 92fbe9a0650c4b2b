import type { Secret } from "#kernel/secret";

/** Another service, kept by the owner, that knows how to look for posts of every platform. */
export interface BackEnd {
  /** Its configured address. What it serves by itself comes from exactly this origin. */
  readonly url: string;
  readonly key?: Secret | undefined;
}
