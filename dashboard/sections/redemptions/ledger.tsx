import { useState } from "preact/hooks";
import { useList } from "../../api/use.ts";
import { rewardName } from "../../channels/names.ts";
import { RedemptionState } from "../../channels/redemption-state.tsx";
import { numeral } from "../../language/numeral.ts";
import { Card } from "../../parts/card.tsx";
import { Moment } from "../../parts/moment.tsx";
import { More } from "../../parts/more.tsx";
import { type Column, Table } from "../../parts/table.tsx";
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
  const query = { limit: 50, ...queryOf(wanted) };
  const list = useList(redemptions, { param: { id }, query }, { every: pace });
  return (
    <Card title={say("redemptions-ledger")} aside={<span class="hint">{say("redemptions-live")}</span>}>
      <Filter wanted={wanted} onWant={setWanted} />
      <Table
        caption={say("redemptions-ledger")}
        columns={columns(id)}
        rows={list.data?.pages.flatMap(({ items }) => items)}
        keyOf={(redemption) => redemption.id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={say(wanted === nothingWanted ? "redemptions-none" : "redemptions-none-such")}
      />
      <More list={list} />
    </Card>
  );
}

/** Made anew for each language. */
const columns = (id: string): readonly Column<Redemption>[] => [
  {
    name: say("redemptions-when"),
    cell: ({ at }) => (
      <span class="redemptions-when">
        <Moment at={at} show="clock" />
      </span>
    ),
  },
  { name: say("redemptions-viewer"), cell: (redemption) => <strong>{redemption.viewerName}</strong> },
  { name: say("redemptions-reward"), cell: (redemption) => <What {...redemption} /> },
  { name: say("redemptions-cost"), numeric: true, cell: ({ cost }) => numeral(cost) },
  { name: say("redemptions-state"), cell: ({ state }) => <RedemptionState state={state} /> },
  { name: say("redemptions-deeds"), cell: (redemption) => <Stand id={id} redemption={redemption} /> },
];

function What({ reward, input }: Redemption) {
  return (
    <>
      {rewardName(reward)}
      {input && <span class="redemptions-input">«{input}»</span>}
    </>
  );
}
