import { iso, type Clock } from "#kernel/clock";
import { type Language, languages } from "#kernel/i18n";
import { type ChatSettings, chatSettings, type ChatSwitch } from "#domain/downloader/chat-settings";
import type { WriteBehind } from "../write-behind.ts";

/** A switch is turned over, or the language goes on to the next one. */
export type Wish = ChatSwitch | "language";

/** What a chat wishes of the bot; a person's private chat has wishes too. */
export class ChatWishes {
  readonly #kv: SyncKvStorage;
  readonly #history: WriteBehind;
  readonly #clock: Clock;

  constructor(kv: SyncKvStorage, history: WriteBehind, clock: Clock) {
    this.#kv = kv;
    this.#history = history;
    this.#clock = clock;
  }

  all(): ChatSettings {
    return chatSettings.parse(this.#kv.get("wishes") ?? {});
  }

  change({ chatId, wish }: { readonly chatId: string; readonly wish: Wish }): ChatSettings {
    const { language, ...rest } = this.all();
    const next = wish === "language" ? nextLanguage(language) : language;
    const switched = wish === "language" ? rest : { ...rest, [wish]: !rest[wish] };
    const settings = { ...switched, ...(next && { language: next }) };
    this.#kv.put("wishes", settings);
    const row = { id: chatId, settings, updatedAt: iso(this.#clock()) };
    this.#history.note(chatId, { table: "telegramChats", row }, this.#clock());
    return settings;
  }
}

/** Everybody's own, then each in turn. */
function nextLanguage(language: Language | undefined): Language | undefined {
  return languages[language === undefined ? 0 : languages.indexOf(language) + 1];
}
