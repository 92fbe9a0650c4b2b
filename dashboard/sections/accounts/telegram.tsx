import { useChange } from "../../api/use.ts";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { accounts, downloads, forwarder, type PoolBot, type TelegramBot } from "./routes.ts";
import { say } from "./words.ts";

interface TelegramProps {
  /** Undefined: Telegram does not answer. */
  readonly bots: readonly TelegramBot[] | undefined;
  readonly pool: readonly PoolBot[];
}

/** The bots, and whether Telegram brings them what is written to them. */
export function Telegram({ bots, pool }: TelegramProps) {
  if (!bots)
    return (
      <Card title="Telegram">
        <Empty icon="warning">{say("accounts-telegram-silent")}</Empty>
      </Card>
    );
  return (
    <Card title="Telegram">
      <ul class="accounts">
        {bots.map((bot) => (
          <OneBot key={bot.bot} bot={bot} />
        ))}
      </ul>
      {pool.length > 0 && (
        <p class="hint">
          {say("accounts-pool")} {pool.map(({ username }) => `@${username}`).join(", ")}
        </p>
      )}
    </Card>
  );
}

const tones: Readonly<Record<TelegramBot["is"], Tone>> = {
  on: "good",
  off: "plain",
  "half-configured": "warning",
  silent: "bad",
  refused: "bad",
};

function OneBot({ bot: { bot, is, who, webhook } }: { readonly bot: TelegramBot }) {
  return (
    <li>
      <p class="accounts-head">
        <strong>{say(`accounts-bot-${bot}`)}</strong>
        {who && <span class="hint">@{who.username}</span>}
        <Badge tone={tones[is]}>{say(`accounts-bot-is-${is}`)}</Badge>
      </p>
      {is !== "on" && <p class="hint">{say(`accounts-bot-why-${is}`)}</p>}
      {webhook && <Webhook webhook={webhook} />}
      {bot === "forwarder" && who && !who.readsGroups && <p class="hint">{say("accounts-privacy")}</p>}
      {is === "on" && <SetUp bot={bot} />}
    </li>
  );
}

function Webhook({
  webhook: { isOurs, pending, lastError, lastErrorAt },
}: {
  readonly webhook: NonNullable<TelegramBot["webhook"]>;
}) {
  return (
    <>
      <p class={isOurs ? "hint" : "accounts-trouble"}>
        {say(isOurs ? "accounts-webhook-ours" : "accounts-webhook-not-ours")}
        {pending > 0 && ` ${say("accounts-webhook-pending", { count: pending })}`}
      </p>
      {lastError && (
        <p class="accounts-trouble">
          {say("accounts-webhook-error", { error: lastError })} {lastErrorAt && <Moment at={lastErrorAt} />}
        </p>
      )}
    </>
  );
}

function SetUp({ bot }: Pick<TelegramBot, "bot">) {
  const route = bot === "forwarder" ? forwarder : downloads;
  const setUp = useChange(route.setup.$post, { refreshes: [accounts], done: say("accounts-set-up-done") });
  const problems = setUp.data?.problems ?? [];
  return (
    <>
      {problems.length > 0 && (
        <ul class="accounts-trouble" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <div class="accounts-deeds">
        <Button
          changes
          small
          icon="again"
          pending={setUp.isPending}
          label={say("accounts-set-up-which", { bot: say(`accounts-bot-${bot}`) })}
          onPress={() => setUp.mutate({})}
        >
          {say("accounts-set-up")}
        </Button>
      </div>
    </>
  );
}
