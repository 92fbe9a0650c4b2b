import type { Texts } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import type { TroubleKind } from "../trouble.ts";
import en from "./en.ftl";
import ru from "./ru.ftl";

export const alarmTexts: Texts = { ru, en };

/** What administrators hear of, once, and once more when it is over. */
export type ForwarderAlarm =
  /** Nothing gets into a target. */
  | { readonly is: "target"; readonly chat: string; readonly kind: TroubleKind }
  /** Nothing comes out of a source any more: the bot is not there, or not allowed to read. */
  | { readonly is: "source"; readonly chat: string; readonly kind: TroubleKind }
  /** A source whose saving is restricted: its posts are skipped. */
  | { readonly is: "protected"; readonly chat: string }
  /** Telegram wants a very long pause. */
  | { readonly is: "flood"; readonly minutes: number }
  /** The bot's own token does not work. */
  | { readonly is: "auth" };

/** Two alarms with the same name are one. */
export const alarmName = (alarm: ForwarderAlarm): string =>
  "chat" in alarm ? `${alarm.is}:${alarm.chat}` : alarm.is;

/** What administrators read. */
export function alarmText(alarm: ForwarderAlarm, isOver: boolean): Text {
  const key = isOver ? `forwarder-alarm-${alarm.is}-over` : `forwarder-alarm-${alarm.is}`;
  const { is: _, ...facts } = alarm;
  if (!("kind" in facts)) return text(key, { ...facts });
  return text(key, { chat: facts.chat, why: text(`forwarder-trouble-${facts.kind}`) });
}
