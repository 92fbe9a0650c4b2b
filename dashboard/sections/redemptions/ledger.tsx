import { useState } from "preact/hooks";
import { useList } from "../../api/use.ts";
import { rewardName } from "../../channels/names.ts";
import { RedemptionState } from "../../channels/redemption-state.tsx";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { More } from "../../parts/more.tsx";
import { Told } from "../../parts/told.tsx";
import { iconOf } from "../icons.ts";
import { type Draft, Filter, nothingWanted, queryOf } from "./filter.tsx";
import { type Redemption, redemptions } from "./routes.ts";
import { Stand } from "./stand.tsx";
import { say } from "./words.ts";
import "./redemptions.css";

/** How often it is looked again while somebody looks: points are spent and given back all the time. */
const pace = 3_000;

/** Whose points went where, the newest first. */
export function Ledger({ id }: { readonly id: string }) {
  const [wanted, setWanted] = useState<Draft>(nothingWanted);
  const query = queryOf(wanted);
  const list = useList(redemptions, { param: { id }, query: { limit: 50, ...query } }, { every: pace });
  const isAnyWanted = Object.keys(query).length > 0;
  return (
    <Card title={say("redemptions-ledger")} aside={<span class="hint">{say("redemptions-live")}</span>}>
      <Filter wanted={wanted} onWant={setWanted} />
      <Told answer={list} lines={8}>
        {(told) => (
          <Entries id={id} isAnyWanted={isAnyWanted} entries={told.pages.flatMap(({ items }) => items)} />
        )}
      </Told>
      <More list={list} />
    </Card>
  );
}

interface EntriesProps {
  readonly id: string;
  readonly entries: readonly Redemption[];
  readonly isAnyWanted: boolean;
}

function Entries({ id, entries, isAnyWanted }: EntriesProps) {
  if (entries.length === 0)
    return (
      <Empty icon={iconOf("redemptions")}>
        {say(isAnyWanted ? "redemptions-none-such" : "redemptions-none")}
      </Empty>
    );
  return (
    <ol class="redemptions" aria-label={say("redemptions-ledger")}>
      {entries.map((redemption) => (
        <Entry key={redemption.id} id={id} redemption={redemption} />
      ))}
    </ol>
  );
}

function Entry({ id, redemption }: { readonly id: string; readonly redemption: Redemption }) {
  const { at, viewerName, reward, cost, input, state } = redemption;
  return (
    <li>
      <p class="hint">
        <Moment at={at} show="clock" />
      </p>
      <p class="redemptions-what">
        <strong>{viewerName}</strong>
        <span>{say("redemptions-what", { reward: rewardName(reward), cost })}</span>
        {input && <q>{input}</q>}
      </p>
      <RedemptionState state={state} />
      <Stand id={id} redemption={redemption} />
    </li>
  );
}
