import { type Instant, millis } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import type { Mapping } from "../mapping.ts";
import { troubleText } from "../troubles/texts.ts";
import { shortened, verbatim } from "./button.ts";

/** A mapping with the names of its chats. */
export type NamedMapping = Mapping & { readonly sourceTitle: string; readonly targetTitle: string };

const topicOf = (topic: number | undefined) => (topic === undefined ? "" : ` #${topic}`);

/** `News → Mirror #7`, or what its owner calls it. */
export const mappingName = (mapping: NamedMapping): string => mapping.label || pathOf(mapping);

export const pathOf = ({ source, target, sourceTitle, targetTitle }: NamedMapping, most = 28): string =>
  `${shortened(sourceTitle, most)}${topicOf(source.topic)} → ${shortened(targetTitle, most)}${topicOf(target.topic)}`;

/** ✅ or ❌, and ⚠️ where it does not work. */
export const mappingLabel = (mapping: NamedMapping): Text =>
  verbatim(`${badgesOf(mapping)} ${mappingName(mapping)}`);

export const badgesOf = ({ enabled, trouble }: Pick<Mapping, "enabled" | "trouble">): string =>
  `${enabled ? "✅" : "❌"}${trouble ? "⚠️" : ""}`;

/** How its last post went out, and why not as it was meant to. */
export function usedText(lastMode: string): Text {
  const [, mode = lastMode, reason] = /^(\w+)(?: \((\w+)\))?$/.exec(lastMode) ?? [];
  return reason === undefined
    ? text("forwarder-used", { mode })
    : text("forwarder-used-fallback", { mode, reason: troubleText(reason) });
}

const units = [
  ["days", millis(86_400_000)],
  ["hours", millis(3_600_000)],
  ["minutes", millis(60_000)],
] as const;

export function agoText(moment: Instant, now: Instant): Text {
  for (const [unit, length] of units)
    if (now - moment >= length)
      return text(`forwarder-ago-${unit}`, { count: Math.floor((now - moment) / length) });
  return text("forwarder-ago-now");
}
