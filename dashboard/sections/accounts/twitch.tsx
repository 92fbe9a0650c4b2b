import { useChange } from "../../api/use.ts";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Moment } from "../../parts/moment.tsx";
import { accounts as route, type TwitchAccount } from "./routes.ts";
import { say } from "./words.ts";

/** The accounts in whose name Twitch is asked. */
export function Twitch({ accounts }: { readonly accounts: readonly TwitchAccount[] }) {
  const hasBroadcaster = accounts.some(({ account }) => account === "broadcaster");
  return (
    <Card
      title="Twitch"
      aside={hasBroadcaster && <Connect as="broadcaster" text={say("accounts-one-more")} quiet />}
    >
      <ul class="accounts">
        {accounts.map((account) => (
          <OneAccount key={account.id} account={account} />
        ))}
        {!hasBroadcaster && (
          <li>
            <p class="hint">{say("accounts-no-broadcaster")}</p>
            <div class="accounts-deeds">
              <Connect as="broadcaster" text={say("accounts-connect")} />
            </div>
          </li>
        )}
      </ul>
      <p class="hint">{say("accounts-who-hint")}</p>
    </Card>
  );
}

const tones: Readonly<Record<TwitchAccount["is"], Tone>> = {
  connected: "good",
  never: "warning",
  trouble: "bad",
};

function OneAccount({ account: known }: { readonly account: TwitchAccount }) {
  const { account, id, name, is, trouble, missingScopes, scopes } = known;
  const isWell = is === "connected" && missingScopes.length === 0;
  return (
    <li>
      <p class="accounts-head">
        <strong>{is === "never" ? say(`accounts-${account}`) : name}</strong>
        {is !== "never" && <Badge>{say(`accounts-${account}`)}</Badge>}
        <Badge tone={tones[is]}>{say(`accounts-is-${is}`)}</Badge>
      </p>
      {trouble && <p class="accounts-trouble">{say("accounts-trouble", { why: trouble })}</p>}
      {is === "connected" && missingScopes.length > 0 && (
        <p class="accounts-trouble">
          {say("accounts-missing-scopes")} <Scopes scopes={missingScopes} />
        </p>
      )}
      <Token account={known} />
      {scopes.length > 0 && (
        <details>
          <summary>{say("accounts-scopes", { count: scopes.length })}</summary>
          <Scopes scopes={scopes} />
        </details>
      )}
      <div class="accounts-deeds">
        <Connect
          as={account}
          text={say(is === "never" ? "accounts-connect" : "accounts-reconnect")}
          quiet={isWell}
        />
        {is !== "never" && <Revoke id={id} name={name} />}
      </div>
    </li>
  );
}

function Token({ account: { renewedAt, expiresAt } }: { readonly account: TwitchAccount }) {
  if (!renewedAt || !expiresAt) return null;
  return (
    <p class="hint">
      {say("accounts-renewed")} <Moment at={renewedAt} /> · {say("accounts-expires")}{" "}
      <Moment at={expiresAt} /> · {say("accounts-renews-itself")}
    </p>
  );
}

const Scopes = ({ scopes }: { readonly scopes: readonly string[] }) => <code>{scopes.join(", ")}</code>;

interface ConnectProps {
  readonly as: TwitchAccount["account"];
  readonly text: string;
  readonly quiet?: boolean;
}

/** Leads to Twitch, which asks whoever is signed in there. */
function Connect({ as, text, quiet = false }: ConnectProps) {
  const connect = useChange(route.twitch[":account"].connect.$post, { refreshes: [] });
  const go = () =>
    connect.mutate({ param: { account: as } }, { onSuccess: ({ url }) => globalThis.location.assign(url) });
  return (
    <Button
      changes
      small
      look={quiet ? "usual" : "main"}
      icon="plug"
      pending={connect.isPending}
      onPress={go}
    >
      {text}
    </Button>
  );
}

function Revoke({ id, name }: Pick<TwitchAccount, "id" | "name">) {
  const revoke = useChange(route.twitch[":id"].$delete, {
    refreshes: [route],
    done: say("accounts-revoked", { name }),
  });
  const ask = async () => {
    const question = {
      title: say("accounts-revoke-title", { name }),
      text: say(id === "bot" ? "accounts-revoke-bot" : "accounts-revoke-broadcaster"),
      action: say("accounts-revoke"),
    };
    if (await confirmed(question)) revoke.mutate({ param: { id } });
  };
  return (
    <Button
      changes
      small
      look="quiet"
      pending={revoke.isPending}
      label={say("accounts-revoke-whom", { name })}
      onPress={() => void ask()}
    >
      {say("accounts-revoke")}
    </Button>
  );
}
