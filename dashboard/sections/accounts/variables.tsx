import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import type { Variable } from "./routes.ts";
import { purposeKey } from "./purpose-key.ts";
import { say } from "./words.ts";

/** Which variables and secrets are set, and what is off without the others. Nobody is told a value. */
export function Variables({ variables }: { readonly variables: readonly Variable[] }) {
  const missing = variables.filter(({ isSet }) => !isSet);
  const set = variables.filter(({ isSet }) => isSet);
  return (
    <Card title={say("accounts-variables")} aside={<Counts set={set.length} of={variables.length} />}>
      {missing.length > 0 && <List variables={missing} />}
      <details>
        <summary>{say("accounts-variables-set", { count: set.length })}</summary>
        <List variables={set} />
      </details>
      <p class="hint">{say("accounts-variables-hint")}</p>
    </Card>
  );
}

const Counts = ({ set, of }: { readonly set: number; readonly of: number }) => (
  <Badge>{say("accounts-variables-count", { set, of })}</Badge>
);

const List = ({ variables }: { readonly variables: readonly Variable[] }) => (
  <ul class="accounts">
    {variables.map((variable) => (
      <li key={variable.name}>
        <p class="accounts-head">
          <code>{variable.name}</code>
          <State variable={variable} />
        </p>
        <p class="hint">{say(purposeKey(variable.name))}</p>
      </li>
    ))}
  </ul>
);

function State({ variable: { isSet, isNeeded, bots } }: { readonly variable: Variable }) {
  if (isSet) return <Badge tone="good">{say("accounts-variable-set")}</Badge>;
  if (isNeeded) return <Badge tone="bad">{say("accounts-variable-needed")}</Badge>;
  if (bots.length === 0) return <Badge>{say("accounts-variable-optional")}</Badge>;
  const names = bots.map((bot) => say(`accounts-bot-${bot}`)).join(", ");
  return <Badge tone="warning">{say("accounts-variable-off", { bots: names })}</Badge>;
}
