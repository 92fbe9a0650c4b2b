import { DatabaseSync } from "node:sqlite";
import { Memory } from "./memory.ts";

/** What a room remembers, on Node's own SQLite: as much of the platform's as the room's parts use. */
export function memoryInTests(): Memory {
  const database = new DatabaseSync(":memory:");
  const exec = (statement: string, ...values: (string | number | null)[]) => {
    // Only preparing knows values, and only executing knows more than one statement.
    const rows = statement.trimEnd().endsWith(";")
      ? database.exec(statement)
      : database.prepare(statement).all(...values);
    return { toArray: () => rows ?? [], rowsWritten: 0 };
  };
  return new Memory({ exec } as unknown as SqlStorage);
}

/** How many rows a table has. */
export const rowsIn = (memory: Memory, table: string) =>
  memory.run<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows;
