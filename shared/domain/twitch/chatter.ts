import type { ChatterId } from "#kernel/ids";

/** Someone in chat, under the three names Twitch gives a person. */
export interface Chatter {
  readonly id: ChatterId;
  /** Lowercase, changes with a rename. */
  readonly login: string;
  /** The display name: the login in other letter case, or in other letters altogether. */
  readonly name: string;
}

/** Whether it could be a login at all; to one that could not Twitch answers 400, whoever else it is asked about: https://help.twitch.tv/s/article/creating-an-account-with-twitch */
export const isLogin = (text: string): boolean => /^[a-z0-9]\w{0,24}$/i.test(text);

/**
 * Addresses someone so that Twitch notifies them: a mention works with the login,
 * and with the display name only while that is the login in other letter case.
 */
export const mention = ({ login, name }: Chatter) => `@${name.toLowerCase() === login ? name : login}`;

/** Packs mentions into as few lists as fit `limit` characters each. */
export function packMentions(chatters: readonly Chatter[], limit: number): string[] {
  const lists: string[] = [];
  for (const name of chatters.map(mention)) {
    const last = lists.at(-1);
    const longer = last === undefined ? name : `${last}, ${name}`;
    if (last !== undefined && longer.length <= limit) lists[lists.length - 1] = longer;
    else lists.push(name);
  }
  return lists;
}
