#!/usr/bin/env node
/** `npx taproom …`: what an owner does from a terminal. It talks to the product's API like everybody else. */
import { Command } from "commander";
import { importPlayers } from "./import/players.ts";
import { Mistake } from "./mistake.ts";

const program = new Command("taproom").description("Looks after a Taproom from the terminal");

program
  .command("import")
  .description("takes over what another bot has kept")
  .command("players")
  .description("scores of the game 21: a CSV file, or the table player_stats of a PostgreSQL database")
  .argument("<source>", "FILE.csv or postgres://user:password@host/database")
  .requiredOption("--channel <id>", "the broadcaster's Twitch user id")
  .option("--url <url>", "where your Taproom is", process.env["PUBLIC_URL"] ?? "http://localhost:8787")
  .option("--token <token>", "the admin token", process.env["ADMIN_TOKEN"] ?? "embedded-admin-token")
  .option("--dry-run", "tells what would change, and changes nothing", false)
  .option("--json", "prints one JSON object", false)
  .action(importPlayers);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
