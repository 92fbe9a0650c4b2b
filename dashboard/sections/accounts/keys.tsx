import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import type { Key } from "./routes.ts";
import { say } from "./words.ts";

/** What Twitch's tokens are sealed with. */
export function Keys({ keys }: { readonly keys: readonly Key[] }) {
  return (
    <Card title={say("accounts-keys")}>
      <ul class="accounts">
        {keys.map(({ id, isCurrent, seals }) => (
          <li key={id}>
            <p class="accounts-head">
              <code>{id}</code>
              {isCurrent && <Badge tone="good">{say("accounts-key-current")}</Badge>}
              {!isCurrent && seals.length === 0 && <Badge>{say("accounts-key-idle")}</Badge>}
            </p>
            <p class="hint">
              {seals.length > 0
                ? say("accounts-key-seals", { names: seals.map(sealed).join(", ") })
                : say(isCurrent ? "accounts-key-seals-nothing" : "accounts-key-removable")}
            </p>
          </li>
        ))}
      </ul>
      <p class="hint">{say("accounts-keys-hint")}</p>
    </Card>
  );
}

/** Taproom has a token of its own, for what is asked in nobody's name. */
const sealed = (name: string) => (name === "app" ? say("accounts-taproom") : name);
