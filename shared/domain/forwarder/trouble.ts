/** What can go wrong with a send; the words of the metrics and of the panel. */
export const troubleKinds = [
  "flood",
  "protected",
  "no_rights",
  "not_member",
  "chat_not_found",
  "migrated",
  "message_gone",
  "cannot_copy",
  "cannot_forward",
  "cannot_edit",
  "too_long",
  "topic_missing",
  "media_invalid",
  "network",
  "server",
  "auth",
  "unsure",
  "unknown",
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** The target, not the post, is what is wrong: nothing gets there until somebody mends it. */
const targetKinds = new Set<TroubleKind>(["no_rights", "not_member", "chat_not_found", "topic_missing"]);
export const isOfTarget = (kind: TroubleKind): boolean => targetKinds.has(kind);
