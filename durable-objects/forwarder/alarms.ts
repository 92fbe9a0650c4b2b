import { after, earliest, type Instant, seconds } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import type { Language } from "#kernel/i18n";
import { described, type Log } from "#kernel/log";
import type { Text } from "#kernel/text";
import { findChat } from "#adapters/database/forwarder/chats";
import { panelLanguage } from "#adapters/database/forwarder/panel-sessions";
import { asked, botApi } from "#adapters/telegram/bot-api";
import { alarmName, alarmText, type ForwarderAlarm } from "#domain/forwarder/alarms/alarm";
import type { Chat } from "#domain/forwarder/chat";
import { speaking } from "#domain/forwarder/texts/texts";

/** What is broken. `news`: administrators have not heard of the last change yet. */
interface Raised {
  readonly alarm: ForwarderAlarm;
  readonly isOver: boolean;
  readonly news: Instant | undefined;
}

type Kept = Readonly<Record<string, Raised>>;

/** What administrators should know: said once when it breaks, and once when it works again. */
export class Alarms {
  readonly #storage: SyncKvStorage;
  readonly #config: ForwarderConfig;
  readonly #log: Log;
  #kept: Kept;

  constructor(storage: SyncKvStorage, config: ForwarderConfig, log: Log) {
    this.#storage = storage;
    this.#config = config;
    this.#log = log;
    this.#kept = storage.get<Kept>("alarms") ?? {};
  }

  raise(alarm: ForwarderAlarm, now: Instant): void {
    const name = alarmName(alarm);
    const known = this.#kept[name];
    if (known && !known.isOver) return;
    // Broken again before anybody has heard that it was mended: nobody has to hear either.
    const isUnsaid = known?.isOver === true && known.news !== undefined;
    this.#keep({ ...this.#kept, [name]: { alarm, isOver: false, news: isUnsaid ? undefined : now } });
    this.#log.warn("forwarder.alarm", alarm);
  }

  clear(name: string, now: Instant): void {
    const known = this.#kept[name];
    if (!known || known.isOver) return;
    this.#log.info("forwarder.healed", known.alarm);
    // Mended before anybody has heard that it was broken.
    if (known.news !== undefined) this.#forget(name);
    else this.#keep({ ...this.#kept, [name]: { ...known, isOver: true, news: now } });
  }

  /** A chat was looked at; whether posts are carried from it. */
  seen({ id: chat, access, isProtected }: Chat, isSource: boolean, now: Instant): void {
    if (access.canPost) this.#clearTarget(chat, now);
    if (!isProtected) this.clear(alarmName({ is: "protected", chat }), now);
    if (!isSource) return;
    const alarm = { is: "source", chat, kind: "not_member" } as const;
    if (access.canRead) this.clear(alarmName(alarm), now);
    else this.raise(alarm, now);
  }

  /** Whoever looks at a chat sees what the bot may do there, and not which topics it has. */
  #clearTarget(chat: string, now: Instant): void {
    const name = alarmName({ is: "target", chat, kind: "not_member" });
    const alarm = this.#kept[name]?.alarm;
    if (alarm?.is === "target" && alarm.kind !== "topic_missing") this.clear(name, now);
  }

  /** Whether a source is known to be readable no more. */
  isGone(source: string): boolean {
    const known = this.#kept[alarmName({ is: "source", chat: source, kind: "not_member" })];
    return known !== undefined && !known.isOver;
  }

  raised(): readonly ForwarderAlarm[] {
    return Object.values(this.#kept).flatMap(({ alarm, isOver }) => (isOver ? [] : [alarm]));
  }

  nextDue(): Instant | undefined {
    return earliest(Object.values(this.#kept).map(({ news }) => news));
  }

  /** Tells every administrator; what cannot be told now is told later. Never throws. */
  async tell(now: Instant): Promise<void> {
    for (const [name, { alarm, isOver, news }] of Object.entries(this.#kept)) {
      if (news === undefined || news > now) continue;
      try {
        await this.#say(alarmText(await this.#withTitle(alarm), isOver));
        if (isOver) this.#forget(name);
        else this.#keep({ ...this.#kept, [name]: { alarm, isOver, news: undefined } });
      } catch (error) {
        this.#log.warn("forwarder.admins-not-told", described(error));
        this.#keep({ ...this.#kept, [name]: { alarm, isOver, news: after(now, seconds(60)) } });
      }
    }
  }

  async #say(news: Text): Promise<void> {
    const { TELEGRAM_ADMIN_IDS: admins = [], ...config } = this.#config;
    const api = botApi({ token: config.TELEGRAM_FORWARDER_TOKEN, apiRoot: config.TELEGRAM_API_ROOT });
    for (const admin of admins) {
      const words = speaking(await this.#languageOf(admin))(news);
      await asked(api.sendMessage(admin, words)).catch((error: unknown) => {
        // Whoever has blocked the bot or never written to it hears nothing; the others hear it once all the same.
        if (!(error instanceof UpstreamError) || (error.status !== 400 && error.status !== 403)) throw error;
      });
    }
  }

  /** People know a chat by its title, if that can be known now. */
  async #withTitle(alarm: ForwarderAlarm): Promise<ForwarderAlarm> {
    if (!("chat" in alarm)) return alarm;
    const chat = await findChat(this.#config.DATABASE_URL, alarm.chat).catch(() => undefined);
    return chat ? { ...alarm, chat: `«${chat.title}» (${chat.id})` } : alarm;
  }

  /** What they speak with the panel, if that can be known now. */
  async #languageOf(admin: string): Promise<Language> {
    const language = await panelLanguage(this.#config.DATABASE_URL, admin).catch(() => undefined);
    return language ?? "ru";
  }

  #forget(name: string): void {
    const { [name]: _, ...others } = this.#kept;
    this.#keep(others);
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    this.#storage.put("alarms", kept);
  }
}
