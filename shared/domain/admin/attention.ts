import type { Platform } from "#domain/downloader/platform";
import type { Section } from "./rights.ts";
import { type Condition, isWell, type Service } from "./services.ts";

/** `now`: something that people use does not work. `soon`: it will not, or not all of it does. `note`: somebody wants it so. */
export const severities = ["now", "soon", "note"] as const;
export type Severity = (typeof severities)[number];

/** What a person can do something about. Its words are the page's, by code: `attention-<code>`. */
export const attentionCodes = {
  "bot-never-connected": "now",
  "bot-sign-in-again": "now",
  "broadcaster-never-connected": "soon",
  "broadcaster-sign-in-again": "now",
  "scopes-missing": "soon",
  "bot-stopped": "note",
  "bot-no-moderator": "soon",
  "channel-unheard": "now",
  "rewards-missing": "soon",
  "channel-failing": "now",
  "channel-dead-letters": "soon",
  "forwarder-dead-letters": "soon",
  "forwarder-alarm": "soon",
  "telegram-half-configured": "now",
  "telegram-silent": "now",
  "telegram-refused": "now",
  "webhook-not-ours": "now",
  "webhook-failing": "now",
  "webhook-behind": "soon",
  "platform-broken": "soon",
  "service-away": "now",
} as const satisfies Readonly<Record<string, Severity>>;
export type AttentionCode = keyof typeof attentionCodes;

export interface Attention {
  readonly code: AttentionCode;
  readonly severity: Severity;
  /** For the words: names, counts, what somebody else said. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Where something can be done about it. */
  readonly link: Section;
}

/** What was found out about a Twitch account. */
export interface AccountFinding {
  readonly account: "bot" | "broadcaster";
  readonly name: string;
  readonly is: "connected" | "never" | "trouble";
  readonly trouble?: string | undefined;
  readonly missingScopes: readonly string[];
}

export interface ChannelFinding {
  readonly name: string;
  readonly isStopped: boolean;
  readonly isBotModerator: boolean;
  /** Whether the broadcaster has connected it: without that there are no rewards, and nobody knows the moderators. */
  readonly isConnected: boolean;
  readonly unheard: readonly string[];
  readonly unsold: readonly string[];
  readonly failing: readonly string[];
  readonly deadLetters: number;
}

export interface TelegramFinding {
  readonly bot: string;
  /** Without its token it is off, and nobody misses it. */
  readonly is: "on" | "off" | "half-configured" | "silent" | "refused";
  readonly missing: readonly string[];
  readonly webhook?:
    | {
        readonly isOurs: boolean;
        readonly pending: number;
        /** It is not long ago. */
        readonly lastError?: string | undefined;
      }
    | undefined;
}

/** What could be found out; what could not be is left out. */
export interface Findings {
  readonly accounts?: readonly AccountFinding[] | undefined;
  readonly channels?: readonly ChannelFinding[] | undefined;
  readonly telegram?: readonly TelegramFinding[] | undefined;
  readonly platforms?:
    | readonly {
        readonly platform: Platform;
        readonly isBroken: boolean;
        readonly because?: string | undefined;
      }[]
    | undefined;
  readonly services?: readonly { readonly service: Service; readonly condition: Condition }[] | undefined;
  readonly forwarder?:
    | { readonly dead: number; readonly alarms: readonly { readonly is: string; readonly chat?: string }[] }
    | undefined;
}

/** More than this waits at Telegram only when it is not taken. */
const manyPending = 100;

/** What a person has to see to, the most urgent first. */
export function attentionOf(findings: Findings): readonly Attention[] {
  const all = [
    ...(findings.services ?? []).flatMap(ofService),
    ...(findings.accounts ?? []).flatMap(ofAccount),
    ...(findings.channels ?? []).flatMap(ofChannel),
    ...knownOfTelegram(findings).flatMap(ofTelegram),
    ...(findings.platforms ?? []).flatMap(ofPlatform),
    ...(findings.forwarder ? ofForwarder(findings.forwarder) : []),
  ];
  return severities.flatMap((severity) => all.filter((each) => each.severity === severity));
}

const attention = (code: AttentionCode, link: Section, args: Attention["args"] = {}): Attention => ({
  code,
  severity: attentionCodes[code],
  args,
  link,
});

const when = (isSo: boolean, ...told: Parameters<typeof attention>): readonly Attention[] =>
  isSo ? [attention(...told)] : [];

const ofService = ({ service, condition }: NonNullable<Findings["services"]>[number]) =>
  when(!isWell(condition), "service-away", "logs", { service, condition });

/** While Telegram itself is away, it is no news that it is silent about each bot. */
function knownOfTelegram({ services = [], telegram = [] }: Findings): readonly TelegramFinding[] {
  const isAway = services.some(({ service, condition }) => service === "telegram" && !isWell(condition));
  return isAway ? telegram.filter(({ is }) => is !== "silent") : telegram;
}

function ofAccount({ account, name, is, trouble = "", missingScopes }: AccountFinding): readonly Attention[] {
  if (is === "never") return [attention(`${account}-never-connected`, "accounts", { name })];
  if (is === "trouble") return [attention(`${account}-sign-in-again`, "accounts", { name, why: trouble })];
  return when(missingScopes.length > 0, "scopes-missing", "accounts", {
    account,
    name,
    scopes: missingScopes.join(", "),
  });
}

function ofChannel(found: ChannelFinding): readonly Attention[] {
  const { name, unheard, unsold, failing, deadLetters } = found;
  return [
    ...when(unheard.length > 0, "channel-unheard", "console", { name, types: unheard.join(", ") }),
    ...when(failing.length > 0, "channel-failing", "logs", { name, why: failing.join(", ") }),
    ...when(found.isConnected && unsold.length > 0, "rewards-missing", "channel", {
      name,
      rewards: unsold.join(", "),
    }),
    ...when(found.isConnected && !found.isBotModerator, "bot-no-moderator", "channel", { name }),
    ...when(deadLetters > 0, "channel-dead-letters", "redemptions", { name, count: deadLetters }),
    ...when(found.isStopped, "bot-stopped", "console", { name }),
  ];
}

function ofTelegram({ bot, is, missing, webhook }: TelegramFinding): readonly Attention[] {
  switch (is) {
    case "off":
      return [];
    case "half-configured":
      return [attention("telegram-half-configured", "accounts", { bot, missing: missing.join(", ") })];
    case "silent":
      return [attention("telegram-silent", "logs", { bot })];
    case "refused":
      return [attention("telegram-refused", "accounts", { bot })];
    case "on":
      return webhook ? ofWebhook(bot, webhook) : [];
  }
}

const ofWebhook = (bot: string, { isOurs, pending, lastError }: NonNullable<TelegramFinding["webhook"]>) => [
  ...when(!isOurs, "webhook-not-ours", "accounts", { bot }),
  ...when(isOurs && lastError !== undefined, "webhook-failing", "accounts", { bot, why: lastError ?? "" }),
  ...when(isOurs && pending > manyPending, "webhook-behind", "accounts", { bot, pending }),
];

const ofPlatform = ({ platform, isBroken, because = "" }: NonNullable<Findings["platforms"]>[number]) =>
  when(isBroken, "platform-broken", "downloads", { platform, reason: because });

const ofForwarder = ({ dead, alarms }: NonNullable<Findings["forwarder"]>) => [
  ...when(dead > 0, "forwarder-dead-letters", "forwarder", { count: dead }),
  ...alarms.map(({ is, chat = "" }) => attention("forwarder-alarm", "forwarder", { alarm: is, chat })),
];
