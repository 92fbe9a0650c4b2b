import { after, instant, type Instant, minutes } from "#kernel/clock";

/** What Telegram's login widget says of somebody, signed with the bot's token. */
export type TelegramLogin = Readonly<Record<string, string>>;

/** A sign-in is taken for so long after Telegram has made it. */
export const freshFor = minutes(10);

/**
 * The text that Telegram has signed: every field but the hash, by name, a line each.
 * https://core.telegram.org/widgets/login#checking-authorization
 */
export const signedText = ({ hash: _, ...fields }: TelegramLogin): string =>
  Object.keys(fields)
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join("\n");

export function isFresh({ auth_date: saidAt }: TelegramLogin, now: Instant): boolean {
  const at = instant(Number(saidAt) * 1_000);
  return now < after(at, freshFor) && at < after(now, minutes(1));
}

export const telegramName = ({ first_name, last_name, username, id }: TelegramLogin): string =>
  [first_name, last_name].filter(Boolean).join(" ") || (username ?? String(id));
