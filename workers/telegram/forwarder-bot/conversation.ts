import type { Context, SessionFlavor } from "grammy";
import { type Instant, instant } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import type { Language, Translate } from "#kernel/i18n";
import { Refused } from "#kernel/errors";
import type { Kept } from "#domain/forwarder/panel/dialogue";
import { speaking } from "#domain/forwarder/texts/texts";
import { ChannelService } from "#adapters/forwarder/channel-service";
import { MappingService, type OnChanged } from "#adapters/forwarder/mapping-service";
import { QueueService } from "#adapters/forwarder/queue-service";
import { languageOf } from "../language.ts";
import type { HouseOf } from "../webhook.ts";

export type House = HouseOf<ForwarderConfig>;

/** What the panel remembers of an administrator. */
export interface PanelSession {
  /** What they have chosen; otherwise Telegram says. */
  language?: Language;
  /** What Telegram has said last: alarms are told in it, when nobody asks. */
  heard?: Language;
  /** What they are in the middle of. */
  kept?: Kept;
  /** The latest updates that were seen to, for Telegram may bring one twice. */
  seen: number[];
}

export type BotContext = Context &
  SessionFlavor<PanelSession> & {
    house: House;
    /** What the clock of a pressed button is stopped with. */
    toast?: string;
  };

export const languageFor = (ctx: BotContext): Language =>
  ctx.session.language ?? languageOf(ctx.from?.language_code);

export const sayingTo = (ctx: BotContext): Translate => speaking(languageFor(ctx));

export const nowIs = (): Instant => instant(Date.now());

/** Of a dialogue. Short, for it stands on every button; told from the tokens of others of the same person. */
export const newToken = (): string => crypto.randomUUID().slice(0, 6);

export const isAdmin = ({ house, from }: Pick<BotContext, "house" | "from">): boolean =>
  from !== undefined && (house.config.TELEGRAM_ADMIN_IDS?.includes(String(from.id)) ?? false);

/** Who acts, as the audit writes it. Looked at again for every deed. Throws Refused. */
export function whoActs(ctx: BotContext): string {
  if (!ctx.from || !isAdmin(ctx)) throw new Refused("Only administrators change anything");
  return `telegram:${ctx.from.id}`;
}

export const channelsOf = ({ house }: BotContext) => new ChannelService(house);

export const mappingsOf = (ctx: BotContext) =>
  new MappingService({ config: ctx.house.config, channels: channelsOf(ctx), onChanged: roomChanged(ctx) });

/** Tells a source's room that its mappings are not what they were. */
export const roomChanged =
  ({ house }: BotContext): OnChanged =>
  (sourceChat) =>
    house.env.SOURCE_CHAT.getByName(sourceChat).mappingsChanged();

export const forwarderOf = ({ house }: BotContext) => house.env.FORWARDER.getByName("forwarder");

export const queueOf = (ctx: BotContext) =>
  new QueueService({ config: ctx.house.config, wake: (at, order) => forwarderOf(ctx).wake(at, order) });
