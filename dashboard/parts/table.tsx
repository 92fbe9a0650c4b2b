import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Empty } from "./empty.tsx";
import { Icon } from "./icon.tsx";
import { Loading } from "./loading.tsx";
import { Trouble } from "./trouble.tsx";
import { say } from "./words.ts";
import "./table.css";

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What it is sorted by, where it can be. */
  readonly by?: (row: Row) => string | number;
  readonly numeric?: boolean;
}

interface TableProps<Row> {
  /** Read aloud before the table; the card around it usually says it to the eye. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly keyOf: (row: Row) => string | number;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly empty?: string;
}

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows that can be sorted by their columns; on their way, in trouble, or none are said in its place. */
export function Table<Row>({ caption, columns, rows, keyOf, error, onRetry, empty }: TableProps<Row>) {
  const order = useSignal<Order | undefined>(undefined);
  if (!rows) return error ? <Trouble error={error} {...(onRetry && { onRetry })} /> : <Loading lines={4} />;
  if (rows.length === 0) return <Empty icon="list">{empty ?? say("parts-nothing-found")}</Empty>;
  return (
    // What is wider than a phone is scrolled within, by the keyboard too.
    <div class="table-frame" tabIndex={0} role="group" aria-label={caption}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <Head
                key={column.name}
                column={column}
                direction={order.value?.column === place ? directionOf(order.value) : "none"}
                onSort={() => (order.value = next(order.value, place, column.numeric === true))}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, columns, order.value).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.name} class={column.numeric ? "numeric" : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly direction: "ascending" | "descending" | "none";
  readonly onSort: () => void;
}

function Head<Row>({ column, direction, onSort }: HeadProps<Row>) {
  const look = column.numeric ? "numeric" : undefined;
  if (!column.by)
    return (
      <th scope="col" class={look}>
        {column.name}
      </th>
    );
  return (
    <th scope="col" class={look} aria-sort={direction}>
      <button type="button" class="table-sort" onClick={onSort}>
        {column.name}
        {direction !== "none" && <Icon name={direction === "ascending" ? "up" : "down"} />}
      </button>
    </th>
  );
}

const directionOf = ({ descending }: Order) => (descending ? "descending" : "ascending");

/** Numbers begin with the largest, words with the first. */
const next = (order: Order | undefined, column: number, numeric: boolean): Order =>
  order?.column === column ? { column, descending: !order.descending } : { column, descending: numeric };

function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined) {
  const by = order && columns[order.column]?.by;
  if (!by) return rows;
  const ascending = rows.toSorted((a, b) => compare(by(a), by(b)));
  return order.descending ? ascending.toReversed() : ascending;
}

const compare = (a: string | number, b: string | number) =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
