/** What a column of an unknown database is about, told from its name. */
export const roles = [
  "source",
  "target",
  "sourceTopic",
  "targetTopic",
  "enabled",
  "disabled",
  "label",
  "mode",
  "showsAuthor",
  "hidesAuthor",
  "include",
  "exclude",
  "replace",
  "header",
  "footer",
  "delaySeconds",
  "silent",
  "priority",
] as const;
export type Role = (typeof roles)[number];

/** Which column plays which role. */
export type Columns = Readonly<Partial<Record<Role, string>>>;

const chat = "(chat|channel|group|peer|entity|dialog)?";
const from = "(source|sources|src|from|origin|input)";
const to = "(target|targets|dest|destination|destinations|dst|to|output)";
const handle = "(id|ids|username|link|url)?";
const topic = "(topic|thread|messagethread)(id)?";

/** Of a name in small letters, without anything between its words. */
const patterns: Readonly<Record<Role, RegExp>> = {
  source: named(`${from}${chat}${handle}`),
  target: named(`${to}${chat}${handle}`),
  sourceTopic: named(`${from}${topic}`),
  targetTopic: named(`${to}${topic}`),
  enabled: named("(is)?(enabled|active|on)|status|state"),
  disabled: named("(is)?(disabled|paused|stopped|off)"),
  label: named("label|name|title|description|comment|note"),
  mode: named("(forward|copy|send)?(mode|method)"),
  showsAuthor: named("(show|with|keep)(author|sender|header|source|forwardedfrom)|forwardheader"),
  hidesAuthor: named(
    "(hide|drop|remove|no|without)(author|sender|header|source|forwardedfrom)|(as|is)?copy|anonymous",
  ),
  include: named(
    "(include|included|whitelist|whitelisted|allow|allowed|required)(keywords?|words?|list|text)?|keywords|whitelistwords",
  ),
  exclude: named(
    "(exclude|excluded|blacklist|blacklisted|block|blocked|stop|ban|banned|deny)(keywords?|words?|list|text)?",
  ),
  replace: named("(replace|replacements?|textreplacements?|replacerules|substitutions?)"),
  header: named("header|prefix|textbefore"),
  footer: named("footer|suffix|signature|textafter"),
  delaySeconds: named("delay(seconds|sec|s)?"),
  silent: named("silent|silently|disablenotifications?"),
  priority: named("priority"),
};

function named(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

export const bareName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** An id is surer than a name, where a table has both. */
const surest = (names: readonly string[]): string | undefined =>
  names.toSorted((one, other) => Number(!/ids?$/i.test(one)) - Number(!/ids?$/i.test(other)))[0];

export function columnsOf(names: readonly string[]): Columns {
  const found = roles.flatMap((role) => {
    const column = surest(names.filter((name) => patterns[role].test(bareName(name))));
    return column === undefined ? [] : [[role, column] as const];
  });
  return Object.fromEntries(found);
}

/** Where a table of chats has what Telegram calls them. */
export const chatColumn = (names: readonly string[]): string | undefined => {
  const idLike = /^(chat|channel|group|peer|telegram|tg|telegramchat|telegramchannel|tgchat)id$/;
  return (
    names.find((name) => idLike.test(bareName(name))) ??
    names.find((name) => /^(username|link|handle)$/.test(bareName(name)))
  );
};
