import { Command } from "commander";
import type { Product } from "./product.ts";

/** What every command that asks the product takes. */
export interface Asking extends Product {
  readonly json: boolean;
}

/** A command that asks the product: where it is, what it wants to see, and how the answer is printed. */
export const asking = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .option("--url <url>", "where your Taproom is", process.env["PUBLIC_URL"] ?? "http://localhost:8787")
    .option("--token <token>", "the admin token", process.env["ADMIN_TOKEN"] ?? "embedded-admin-token")
    .option("--json", "prints one JSON object", false);

/** Commands about one thing. */
export const group = (name: string, description: string, commands: readonly Command[]): Command =>
  commands.reduce((all, command) => all.addCommand(command), new Command(name).description(description));

/** Prints an answer for programs, or what it comes to for people. */
export function print<Answer>({ json }: Asking, answer: Answer, inWords: (answer: Answer) => string): void {
  process.stdout.write(json ? `${JSON.stringify(answer)}\n` : `${inWords(answer)}\n`);
}

/** Lines of cells, as wide as they need to be. */
export function table(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? "")));
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
