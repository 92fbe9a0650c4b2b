import { platformNames } from "#domain/downloader/platform";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import type { Overview } from "./routes.ts";
import { Part } from "./part.tsx";
import { say } from "./words.ts";

/** Twitch accounts, Telegram bots, and the platforms that videos come from. */
export function Connections({ told: { accounts, telegram, platforms } }: { readonly told: Overview }) {
  return (
    <Card title={say("overview-connections")}>
      <Part of={accounts}>{shownAccounts}</Part>
      <Part of={telegram}>{shownBots}</Part>
      <Part of={platforms}>{shownPlatforms}</Part>
    </Card>
  );
}

const accountTones = { connected: "good", never: "warning", trouble: "bad" } as const;

const shownAccounts = (accounts: NonNullable<Overview["accounts"]>) => (
  <ul class="overview-list" aria-label="Twitch">
    {accounts.map(({ account, name, is }) => (
      <li key={`${account} ${name}`}>
        <span>
          {say(`overview-account-${account}`)} <span class="hint">{name}</span>
        </span>
        <Badge tone={accountTones[is]}>{say(`overview-account-is-${is}`)}</Badge>
      </li>
    ))}
  </ul>
);

const botTones: Readonly<Record<NonNullable<Overview["telegram"]>[number]["is"], Tone>> = {
  on: "good",
  off: "plain",
  "half-configured": "warning",
  silent: "bad",
  refused: "bad",
};

const shownBots = (bots: NonNullable<Overview["telegram"]>) => (
  <ul class="overview-list" aria-label="Telegram">
    {bots.map(({ bot, is, webhook }) => (
      <li key={bot}>
        <span>{say(`overview-bot-${bot}`)}</span>
        {webhook !== undefined && webhook.pending > 0 && (
          <span class="hint">{say("overview-pending", { count: webhook.pending })}</span>
        )}
        <Badge tone={botTones[is]}>{say(`overview-bot-is-${is}`)}</Badge>
      </li>
    ))}
  </ul>
);

const shownPlatforms = (platforms: NonNullable<Overview["platforms"]>) =>
  platforms.length > 0 && (
    <ul class="overview-list" aria-label={say("overview-platforms")}>
      {platforms.map(({ platform, isOn, isBroken, failures }) => (
        <li key={platform}>
          <span>{platformNames[platform]}</span>
          {failures > 0 && <span class="hint">{say("overview-failures", { count: failures })}</span>}
          <PlatformState isOn={isOn} isBroken={isBroken} />
        </li>
      ))}
    </ul>
  );

function PlatformState({ isOn, isBroken }: { readonly isOn: boolean; readonly isBroken: boolean }) {
  if (!isOn) return <Badge>{say("overview-platform-off")}</Badge>;
  return isBroken ? (
    <Badge tone="warning">{say("overview-platform-rests")}</Badge>
  ) : (
    <Badge tone="good">{say("overview-platform-works")}</Badge>
  );
}
