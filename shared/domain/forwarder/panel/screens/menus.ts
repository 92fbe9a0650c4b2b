import type { Instant } from "#kernel/clock";
import { type Language, languages } from "#kernel/i18n";
import { text } from "#kernel/text";
import type { Chat } from "../../chat.ts";
import { type Button, button, dataOf, type Screen, verbatim } from "../button.ts";
import { agoText, mappingLabel, type NamedMapping } from "../labels.ts";
import { troubleText } from "../../troubles/texts.ts";
import { pageOf, pageRow } from "../page.ts";

export const see = (...words: readonly (string | number)[]) => dataOf("see", ...words);
export const act = (...words: readonly (string | number)[]) => dataOf("do", ...words);
export const begin = (...words: readonly (string | number)[]) => dataOf("begin", ...words);

export const toHome: readonly Button[] = [button("menu", see("home"))];

export interface Counts {
  readonly total: number;
  readonly enabled: number;
  readonly troubled: number;
}

export const home = ({ total, enabled, troubled }: Counts): Screen => ({
  lines: [
    text("forwarder-home"),
    text("forwarder-home-counts", { total, enabled }),
    ...(total === 0 ? [text("forwarder-home-first")] : []),
    ...(troubled > 0 ? [text("forwarder-home-troubled", { count: troubled })] : []),
  ],
  rows: [
    [button("add-mapping", begin("add-mapping"))],
    [button("mappings", see("mappings", 0))],
    [button("sources", see("sources", 0)), button("targets", see("targets", 0))],
    [button("queue", see("queue")), button("dead", see("dead", 0))],
    [button("statistics", see("statistics")), button("accounts", see("accounts"))],
    [button("settings", see("settings")), button("help-button", see("help"))],
  ],
});

export const help: Screen = { lines: [text("forwarder-help")], rows: [toHome] };
export const accounts: Screen = { lines: [text("forwarder-accounts-waiting")], rows: [toHome] };

export const settings = (language: Language): Screen => ({
  lines: [text("forwarder-settings-title")],
  rows: [
    languages.map((each) =>
      button("language", act("language", each), { language: each, on: each === language ? "yes" : "no" }),
    ),
    toHome,
  ],
});

export type Side = "sources" | "targets";

/** The chats that can be on a side of a mapping, and those that could if they were mended. */
export function chats(side: Side, all: readonly Chat[], wanted: number): Screen {
  const page = pageOf(all, wanted);
  return {
    lines: [text(`forwarder-${side}-title`), ...(all.length === 0 ? [text("forwarder-chats-empty")] : [])],
    rows: [
      ...page.items.map((chat) => [{ label: chatLabel(chat), data: see("chat", chat.id) }]),
      ...pageRow(page, (number) => see(side, number)),
      [button("add-chat", begin("chat"))],
      toHome,
    ],
  };
}

const icons = { channel: "📢", supergroup: "👥", group: "👥", private: "👤" } as const;

export const chatLabel = ({ type, title, trouble }: Chat) =>
  verbatim(`${icons[type]}${trouble === undefined ? "" : "⚠️"} ${title}`);

export const chat = (
  { id, type, title, username, hasTopics, isProtected, access, checkedAt, trouble }: Chat,
  counts: { readonly from: number; readonly to: number },
  now: Instant,
): Screen => ({
  lines: [
    verbatim(title, 200),
    text("forwarder-chat-facts", { type, id, at: username ? ` @${username}` : "" }),
    text("forwarder-chat-rights", {
      status: access.status,
      reads: String(access.canRead),
      posts: String(access.canPost),
    }),
    ...(hasTopics ? [text("forwarder-chat-topics")] : []),
    ...(isProtected ? [text("forwarder-chat-protected")] : []),
    ...(trouble === undefined ? [] : [text("forwarder-chat-trouble", { why: troubleText(trouble) })]),
    text("forwarder-chat-mappings", counts),
    text("forwarder-chat-checked", { ago: agoText(checkedAt, now) }),
  ],
  rows: [
    [button("check", act("check", id))],
    [button("sources", see("sources", 0)), button("targets", see("targets", 0))],
    toHome,
  ],
});

export function mappings(all: readonly NamedMapping[], wanted: number): Screen {
  const page = pageOf(all, wanted);
  const isEmpty = all.length === 0;
  return {
    lines: [
      text("forwarder-mappings-title", { count: all.length }),
      ...(isEmpty ? [text("forwarder-mappings-empty")] : []),
    ],
    rows: [
      ...page.items.map((each) => [{ label: mappingLabel(each), data: see("mapping", each.id) }]),
      ...pageRow(page, (number) => see("mappings", number)),
      [button("add-mapping", begin("add-mapping"))],
      ...(isEmpty ? [] : [[button("several", begin("several"))]]),
      [button("import", begin("import")), ...(isEmpty ? [] : [button("export", act("export"))])],
      toHome,
    ],
  };
}
