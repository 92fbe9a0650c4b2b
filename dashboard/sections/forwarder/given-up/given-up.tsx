import { useState } from "preact/hooks";
import { troubleKinds } from "#domain/forwarder/trouble";
import { useAnswer, useList } from "../../../api/use.ts";
import { Card } from "../../../parts/card.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { SelectField } from "../../../parts/field.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { More } from "../../../parts/more.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { troubleOf } from "../names.ts";
import { forwarder } from "../routes.ts";
import { DeedsWithAll } from "./deeds-with-all.tsx";
import { EndedRow } from "./ended-row.tsx";
import { say } from "./words.ts";

/** What did not arrive, and what may have arrived twice. */
export function GivenUp() {
  return (
    <>
      <DeadLetters />
      <Doubtful />
    </>
  );
}

function DeadLetters() {
  const [kind, setKind] = useState("");
  const list = useList(forwarder["dead-letters"], { query: { ...(kind && { kind }) } }, { every: 5_000 });
  const counts = useAnswer(forwarder.queue, {}, { every: 5_000 });
  const isAny = (counts.data?.dead ?? 0) > 0;
  return (
    <Card title={say("given-up-dead")} aside={isAny && <DeedsWithAll kind={kind} />}>
      {(isAny || kind !== "") && (
        <SelectField
          label={say("given-up-kind")}
          value={kind}
          options={[
            { value: "", text: say("given-up-any-kind") },
            ...troubleKinds.map((value) => ({ value, text: troubleOf(value) })),
          ]}
          onChange={setKind}
        />
      )}
      <Rows list={list} empty={say("given-up-none")} canBeTried />
    </Card>
  );
}

function Doubtful() {
  const list = useList(forwarder.doubtful, {}, { every: 15_000 });
  return (
    <Card title={say("given-up-doubtful")}>
      <p class="hint">{say("given-up-doubtful-hint")}</p>
      <Rows list={list} empty={say("given-up-no-doubt")} />
    </Card>
  );
}

interface RowsProps {
  readonly list: ReturnType<typeof useEnded>;
  readonly empty: string;
  readonly canBeTried?: boolean;
}

const useEnded = () => useList(forwarder.doubtful, {});

function Rows({ list, empty, canBeTried = false }: RowsProps) {
  if (!list.data)
    return list.error ? <Trouble error={list.error} onRetry={() => void list.refetch()} /> : <Loading />;
  const ended = list.data.pages.flatMap(({ items }) => items);
  if (ended.length === 0) return <Empty icon="check">{empty}</Empty>;
  return (
    <>
      <ul class="rows">
        {ended.map((each) => (
          <EndedRow key={each.id} ended={each} canBeTried={canBeTried} />
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
