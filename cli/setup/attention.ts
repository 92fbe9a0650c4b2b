import type { Attention, AttentionCode } from "#domain/admin/attention";

type Words = (args: Attention["args"]) => string;

const again = "npm run setup does it.";

const words: Readonly<Record<AttentionCode, Words>> = {
  "bot-never-connected": () =>
    "The bot's Twitch account is not connected: do it in the dashboard, under Accounts.",
  "bot-sign-in-again": ({ name, why }) =>
    `The bot ${name} has to be connected again, under Accounts: ${why}.`,
  "broadcaster-never-connected": ({ name }) =>
    `${name} has not connected the channel: rewards are off until then.`,
  "broadcaster-sign-in-again": ({ name, why }) =>
    `${name} has to connect the channel again, under Accounts: ${why}.`,
  "scopes-missing": ({ name, scopes }) =>
    `${name} has not agreed to ${scopes}: connect the account again, under Accounts.`,
  "bot-stopped": ({ name }) => `Somebody has stopped the bot in the channel ${name}.`,
  "bot-no-moderator": ({ name }) =>
    `The bot is no moderator of ${name}: /mod it there, or it can neither time out nor see who is in chat.`,
  "channel-unheard": ({ name, types }) => `Twitch does not tell Taproom of ${types} in ${name}: ${again}`,
  "rewards-missing": ({ name, rewards }) => `${name} lacks the rewards ${rewards}: ${again}`,
  "channel-failing": ({ name, why }) => `In ${name} something does not work: ${why}.`,
  "channel-dead-letters": ({ name, count }) =>
    `In ${name} ${count} things were given up: they wait for a person, in the dashboard.`,
  "forwarder-dead-letters": ({ count }) =>
    `${count} posts were given up: npx taproom queue dead tells which.`,
  "forwarder-alarm": ({ alarm, chat }) => `The forwarder reports ${alarm}${chat ? ` in ${chat}` : ""}.`,
  "telegram-half-configured": ({ bot, missing }) =>
    `The ${bot} is off, for ${missing} is not set: npm run setup asks for it.`,
  "telegram-silent": ({ bot }) => `Telegram does not answer for the ${bot}.`,
  "telegram-refused": ({ bot }) =>
    `Telegram refuses the token of the ${bot}: copy it anew from @BotFather, and npm run setup -- --replace it.`,
  "webhook-not-ours": ({ bot }) => `Telegram does not bring this Taproom what the ${bot} hears: ${again}`,
  "webhook-failing": ({ bot, why }) => `Telegram cannot bring what the ${bot} hears: ${why}.`,
  "webhook-behind": ({ bot, pending }) => `${pending} messages for the ${bot} wait at Telegram.`,
  "platform-broken": ({ platform, reason }) => `${platform} does not work for the downloader: ${reason}.`,
  "service-away": ({ service, condition }) => `${service} does not do its work: ${condition}.`,
};

/** What a person has to see to, in words. */
export const inWords = ({ code, args }: Pick<Attention, "code" | "args">): string => words[code](args);
