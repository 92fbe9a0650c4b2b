/**
 * "50 MB": https://core.telegram.org/bots/api#sending-files. Telegram counts in units of 1,048,576, so a file of this
 * size has room for what is around it; whatever is refused all the same (413) is tried in a smaller rendition.
 */
const mostUploaded = 50_000_000;
/** https://core.telegram.org/bots/api#using-a-local-bot-api-server */
const mostUploadedLocally = 2_000_000_000;

/** What Telegram fetches itself when it is given an address. */
export const mostFetchedByTelegram = 20_000_000;
export const mostOfPhoto = 10_000_000;

/** How large a file may be, in bytes, at the Bot API server that is used. */
export const mostBytes = (apiRoot: string): number =>
  new URL(apiRoot).hostname === "api.telegram.org" ? mostUploaded : mostUploadedLocally;
