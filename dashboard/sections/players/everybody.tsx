import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useList } from "../../api/use.ts";
import { language } from "../../language/language.ts";
import { numeral } from "../../language/numeral.ts";
import { Card } from "../../parts/card.tsx";
import { More } from "../../parts/more.tsx";
import { Search } from "../../parts/search.tsx";
import { type Column, Table } from "../../parts/table.tsx";
import { type Player, players } from "./routes.ts";
import { say } from "./words.ts";

/** The best first; who is looked for is found by the beginning of a login or name, or by the id. */
export function Everybody({ id }: { readonly id: string }) {
  const [search, setSearch] = useState("");
  const list = useList(players, { param: { id }, query: { limit: 50, search } }, { every: 15_000 });
  return (
    <Card
      title={say("players-everybody")}
      aside={<Search label={say("players-search")} value={search} onSearch={setSearch} />}
    >
      <Table
        caption={say("players-everybody")}
        columns={columns()}
        rows={list.data?.pages.flatMap(({ items }) => items)}
        keyOf={(player) => player.id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={say(search === "" ? "players-nobody" : "players-not-found")}
      />
      <More list={list} />
    </Card>
  );
}

/** Made anew for each language. */
const columns = (): readonly Column<Player>[] => [
  { name: say("players-place"), numeric: true, cell: ({ place }) => place ?? "—" },
  {
    name: say("players-name"),
    cell: ({ id, name }) => <Link href={`/${id}`}>{name}</Link>,
    by: ({ name }) => name,
  },
  { name: say("players-rank"), cell: ({ rank }) => rank[language.value] },
  { name: say("players-wins"), numeric: true, cell: ({ wins }) => numeral(wins), by: ({ wins }) => wins },
  {
    name: say("players-losses"),
    numeric: true,
    cell: ({ losses }) => numeral(losses),
    by: ({ losses }) => losses,
  },
  {
    name: say("players-tickets"),
    numeric: true,
    cell: ({ tickets }) => numeral(tickets),
    by: ({ tickets }) => tickets,
  },
];
