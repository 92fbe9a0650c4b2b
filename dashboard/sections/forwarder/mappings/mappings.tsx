import { useState } from "preact/hooks";
import { useList } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { More } from "../../../parts/more.tsx";
import { Search } from "../../../parts/search.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { mappings } from "../routes.ts";
import { CreateDialog } from "./create-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { MappingRow } from "./mapping-row.tsx";
import { say } from "./words.ts";
import "./mappings.css";

const views = {
  all: {},
  on: { enabled: "true" },
  off: { enabled: "false" },
  troubled: { troubled: "true" },
} as const;
type View = keyof typeof views;
const viewNames = Object.keys(views) as readonly View[];

/** All mappings, and the ways to make more of them. */
export function Mappings() {
  const [search, setSearch] = useState("");
  const [view, setView] = useState<View>("all");
  const [deed, setDeed] = useState<"create" | "import">();
  const end = () => setDeed(undefined);
  return (
    <Card title={say("mappings-all")} aside={<Deeds onChoose={setDeed} />}>
      <div class="mappings-choice">
        <Search label={say("mappings-search")} value={search} onSearch={setSearch} />
        <Choice
          label={say("mappings-view")}
          options={viewNames.map((name) => ({ name, text: say(`mappings-view-${name}`) }))}
          chosen={view}
          onChoose={setView}
        />
      </div>
      <Found search={search} view={view} />
      {deed === "create" && <CreateDialog onClose={end} />}
      {deed === "import" && <ImportDialog onClose={end} />}
    </Card>
  );
}

function Deeds({ onChoose }: { readonly onChoose: (deed: "create" | "import") => void }) {
  return (
    <div class="forwarder-deeds">
      <a
        class="button button-quiet button-small"
        href="/api/mappings/export"
        download="taproom-mappings.json"
      >
        {say("mappings-export")}
      </a>
      <Button small changes look="quiet" onPress={() => onChoose("import")}>
        {say("mappings-import")}
      </Button>
      <Button small changes look="main" icon="plus" onPress={() => onChoose("create")}>
        {say("mappings-create")}
      </Button>
    </div>
  );
}

function Found({ search, view }: { readonly search: string; readonly view: View }) {
  const list = useList(mappings, { query: { ...(search && { search }), ...views[view] } }, { every: 15_000 });
  if (!list.data)
    return list.error ? (
      <Trouble error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Loading lines={5} />
    );
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    const isFirst = search === "" && view === "all";
    return <Empty icon="swap">{say(isFirst ? "mappings-none" : "mappings-none-found")}</Empty>;
  }
  return (
    <>
      <ul class="rows">
        {found.map((mapping) => (
          <MappingRow key={mapping.id} mapping={mapping} />
        ))}
      </ul>
      <More list={list} />
    </>
  );
}
