/** Why a wish about chats and mappings is not granted. Each is a text of the same name: `refused-exists`. */
export const refusalCodes = [
  "not-a-chat",
  "invite-link",
  "person",
  "hidden-author",
  "no-such-chat",
  "bot-not-there",
  "bot-kicked",
  "no-topics",
  "cannot-read",
  "cannot-post",
  "protected-not-own",
  "exists",
  "same-place",
  "loop",
  "no-mapping",
  "no-job",
  "settings",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];
