/** https://core.telegram.org/bots/api#sending-files */
const mostUploaded = 50_000_000;
/** https://core.telegram.org/bots/api#using-a-local-bot-api-server */
const mostUploadedLocally = 2_000_000_000;
/** What is around the file in its request counts too. */
const envelope = 300_000;

/** What Telegram fetches itself when it is given an address. */
export const mostFetchedByTelegram = 20_000_000;
export const mostOfPhoto = 10_000_000;

/** How large a file may be, in bytes, at the Bot API server that is used. */
export const mostBytes = (apiRoot: string): number =>
  (new URL(apiRoot).hostname === "api.telegram.org" ? mostUploaded : mostUploadedLocally) - envelope;
