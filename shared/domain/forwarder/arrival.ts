import type { Message } from "./message.ts";

/** What a reader tells a source chat's room. `key` names it: whatever is told twice counts once. */
export type Arrival =
  | { readonly is: "message"; readonly key: string; readonly message: Message; readonly hops: number }
  | { readonly is: "edit"; readonly key: string; readonly message: Message; readonly hops: number }
  /** `messageId` was pinned. Nobody tells a bot of an unpinning. */
  | { readonly is: "pin"; readonly key: string; readonly messageId: number }
  /** What the reader may do in the chat has changed. */
  | { readonly is: "access"; readonly key: string }
  /** The group has become a supergroup with another id. */
  | { readonly is: "migrated"; readonly key: string; readonly to: string };
