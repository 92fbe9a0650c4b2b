import type { Instant } from "#kernel/clock";
import type { Place } from "./chat.ts";
import type { MappingSettings } from "./mapping-settings.ts";
import type { TroubleKind } from "./trouble.ts";

/** From one source to one target; many of them make many to many. */
export interface Mapping {
  readonly id: number;
  readonly source: Place;
  readonly target: Place;
  readonly label: string;
  readonly enabled: boolean;
  readonly settings: MappingSettings;
  /** Why it does not work, until it does. */
  readonly trouble?: TroubleKind;
  /** When its last post went out, and how: `forward`, or `copy (cannot_forward)` where it fell back. */
  readonly lastCarriedAt?: Instant;
  readonly lastMode?: string;
}
