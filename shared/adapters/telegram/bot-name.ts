import { asked, type BotAccess, botApi } from "./bot-api.ts";

/** A bot's name does not change while it runs. */
const known = new Map<string, Promise<string>>();

/** The bot's `@name`, asked of Telegram once. Throws what `asked` throws. */
export function botName(access: BotAccess): Promise<string> {
  const key = access.token.reveal();
  const name = known.get(key) ?? asked(botApi(access).getMe()).then(({ username }) => username);
  known.set(key, name);
  // A failure is not remembered.
  name.catch(() => known.delete(key));
  return name;
}
