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

/**
 * What Telegram means by a no. Its descriptions are listed nowhere; these are its server's own words, by their parts:
 * https://github.com/tdlib/telegram-bot-api, td/telegram/MessagesManager.cpp and telegram-bot-api/Client.cpp.
 */
const meanings: readonly (readonly [TroubleKind, RegExp])[] = [
  ["migrated", /upgraded to a supergroup/i],
  ["protected", /protected content|CHAT_FORWARDS_RESTRICTED/i],
  ["topic_missing", /thread not found|topic_closed|topic_deleted|topic closed/i],
  ["not_member", /not a member|bot was (kicked|blocked)|user is deactivated|CHANNEL_PRIVATE/i],
  ["chat_not_found", /chat not found|PEER_ID_INVALID/i],
  [
    "no_rights",
    /not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED|CHAT_SEND_\w+_FORBIDDEN/i,
  ],
  ["cannot_forward", /can't be forwarded/i],
  ["cannot_copy", /can't be copied|can't be sent/i],
  ["cannot_edit", /can't be edited|no caption in the message|no text in the message/i],
  [
    "message_gone",
    /message (to \w+ )?not found|message_id_invalid|can't be deleted|message identifier is not specified/i,
  ],
  ["too_long", /too long/i],
  [
    "media_invalid",
    /wrong file|wrong remote|file_id|file reference|wrong type|failed to get http url|too big|MEDIA_\w+_INVALID|PHOTO_\w+_INVALID/i,
  ],
];

/** What is wrong, by an HTTP status and Telegram's description. */
export function troubleOf(status: number, said: string): TroubleKind {
  if (status === 429) return "flood";
  if (status >= 500) return "server";
  if (status === 401 || (status === 404 && !/message|chat/i.test(said))) return "auth";
  return meanings.find(([, words]) => words.test(said))?.[0] ?? "unknown";
}
