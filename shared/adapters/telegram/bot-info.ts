import type { UserFromGetMe } from "grammy/types";
import { asked, type BotAccess, botApi } from "./bot-api.ts";

/** A bot's name does not change while it runs. */
const known = new Map<string, Promise<UserFromGetMe>>();

/** Who the bot is, asked of Telegram once. Throws what `asked` throws. */
export function botInfo(access: BotAccess): Promise<UserFromGetMe> {
  const key = access.token.reveal();
  const info = known.get(key) ?? asked(botApi(access).getMe());
  known.set(key, info);
  // A failure is not remembered.
  info.catch(() => known.delete(key));
  return info;
}
