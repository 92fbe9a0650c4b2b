import { useState } from "preact/hooks";
import type { LogFilter } from "#domain/admin/log/log-filter";
import { client } from "../../api/client.ts";
import { useChange } from "../../api/use.ts";
import { Button } from "../../parts/button.tsx";
import { NumberField } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { asked } from "./filter.ts";
import { added, nothingYet, type Row } from "./journal.ts";
import { say } from "./words.ts";

interface SnapshotProps {
  readonly filter: LogFilter;
  readonly onShow: (rows: readonly Row[]) => void;
}

const most = 5_000;

/** The latest lines that the room keeps, as they are now. */
export function Snapshot({ filter, onShow }: SnapshotProps) {
  const [wanted, setWanted] = useState("1000");
  const limit = Number(wanted);
  const isRight = Number.isInteger(limit) && limit >= 1 && limit <= most;
  const ask = useChange(client.api.logs.$get, { refreshes: [] });
  const show = () =>
    isRight &&
    !ask.isPending &&
    ask.mutate(
      { query: { ...asked(filter), limit } },
      { onSuccess: ({ items }) => onShow(added(nothingYet, items).rows) },
    );
  return (
    <div class="logs-snapshot">
      <Form onSend={show}>
        <div class="fields">
          <NumberField
            label={say("logs-snapshot")}
            value={wanted}
            onChange={setWanted}
            min={1}
            max={most}
            hint={say("logs-snapshot-hint")}
            wrong={isRight ? undefined : say("logs-snapshot-wrong")}
          />
          <Button type="submit" disabled={!isRight} pending={ask.isPending}>
            {say("logs-snapshot-show")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
