import { Facts } from "../../../parts/facts.tsx";
import type { Imported } from "../routes.ts";
import { say } from "./words.ts";

/** What would come of a file if it were taken over; without one, that nothing happens before this is told. */
export function WouldBe({ imported }: { readonly imported: Imported | undefined }) {
  return (
    <div role="status">
      {imported && (
        <Facts
          facts={[
            [say("mappings-would-create"), imported.created],
            [say("mappings-would-change"), imported.changed],
            [say("mappings-would-stay"), imported.unchanged],
          ]}
        />
      )}
      {!imported && <p class="hint">{say("mappings-would-first")}</p>}
      {imported && !changesAnything(imported) && <p class="hint">{say("mappings-would-nothing")}</p>}
    </div>
  );
}

export const changesAnything = ({ created, changed }: Imported) => created + changed > 0;
