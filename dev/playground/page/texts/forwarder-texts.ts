/** Everything the page says of the forwarder, once per language. What the bot says is its own. */
import type { Mode, QueueState } from "../../wire-forwarder.ts";
import type { ChatKind } from "../forwarder/chat-kind.ts";
import type { End } from "../forwarder/end.ts";
import type { PresetName, Samples } from "../forwarder/presets.ts";
import type { ForwarderTab, ForwarderView } from "../forwarder/view.ts";

export interface ForwarderTexts {
  readonly views: Readonly<Record<ForwarderView, string>>;
  readonly tabs: Readonly<Record<ForwarderTab, string>>;
  readonly tabsHint: string;

  readonly room: (end: string, title: string) => string;
  readonly choose: (end: string) => string;
  readonly noChat: string;
  readonly newChat: string;
  readonly create: string;
  readonly kinds: Readonly<Record<ChatKind, string>>;
  /** Of a new forum. */
  readonly topics: readonly string[];
  readonly protected: string;
  readonly protectedHint: string;
  readonly migrate: string;
  readonly migrateHint: string;
  readonly swap: string;
  readonly pinned: string;
  /** Before there is any chat. */
  readonly beginning: Readonly<Record<End, string>>;
  readonly nothing: Readonly<Record<End, string>>;

  readonly write: (chat: string) => string;
  readonly editing: string;
  readonly leave: string;
  readonly deeds: Readonly<Record<"reply" | "edit" | "pin" | "unpin" | "delete", string>>;
  readonly posts: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly presetMeaning: Readonly<Record<PresetName, string>>;
  readonly many: (count: number) => string;
  readonly manyHint: (count: number) => string;
  readonly samples: Samples;

  readonly sameChat: string;
  readonly notConnected: (source: string) => string;
  readonly connect: string;
  readonly isOff: string;
  readonly onItsWay: string;
  readonly notYet: string;
  /** `kind` as the API says it. */
  readonly inTrouble: (kind: string) => string;
  readonly arrived: (messages: number) => string;

  readonly whatItIs: string;
  readonly steps: readonly [string, string, string];
  readonly makeExample: string;
  readonly example: Readonly<Record<End, string>>;
  readonly modes: Readonly<Record<Mode, string>>;
  readonly neverUsed: string;
  readonly usedAsWished: string;
  /** `how` is another mode and why, as the API says it. */
  readonly used: (how: string) => string;
  readonly isOn: (source: string, target: string) => string;
  readonly remove: (source: string, target: string) => string;

  readonly settings: string;
  readonly settingsHint: string;
  readonly mode: string;
  readonly header: string;
  readonly headerHint: string;
  readonly footer: string;
  readonly footerHint: string;
  readonly unwanted: string;
  readonly unwantedHint: string;
  readonly pins: string;
  readonly protectedToo: string;

  readonly panelEmpty: string;
  readonly passOn: string;
  readonly passOnHint: string;
  readonly sendFile: string;
  readonly idOf: Readonly<Record<End, string>>;

  readonly costs: string;
  readonly costsEmpty: string;
  readonly queue: string;
  readonly queueEmpty: string;
  readonly queueStates: Readonly<Record<QueueState, string>>;
  readonly givenUp: string;
  readonly retryAll: string;
  readonly retried: (jobs: number) => string;
  readonly troubleHint: string;
  readonly flush: string;
  readonly flushHint: string;
  readonly flushed: string;
  readonly kick: string;
  readonly kickHint: string;
}
