#!/usr/bin/env node
/**
 * `npx taproom …`: what an owner does from a terminal. It talks to the product's API like everybody else.
 * It ends with 0 when all is done, 1 when something failed, 2 when it was asked for what makes no sense or is not there,
 * or left something out.
 */
import { Command, CommanderError } from "commander";
import { asking, group } from "./command.ts";
import { channels } from "./forwarder/channels.ts";
import { mappings } from "./forwarder/mappings.ts";
import { queue } from "./forwarder/queue.ts";
import { stats } from "./forwarder/stats.ts";
import { webhook } from "./forwarder/webhook.ts";
import { importPlayers } from "./import/players.ts";
import { importSqlite, mapHelp } from "./import/sqlite.ts";
import { Mistake } from "./mistake.ts";
import { deployment } from "./setup/deploy.ts";
import { setup } from "./setup/setup.ts";

const players = asking(
  "players",
  "scores of the game 21: a CSV file, or the table player_stats of a PostgreSQL database",
)
  .argument("<source>", "FILE.csv or postgres://user:password@host/database")
  .requiredOption("--channel <id>", "the broadcaster's Twitch user id")
  .option("--dry-run", "tells what would change, and changes nothing", false)
  .action(importPlayers);

const sqlite = asking("sqlite", "mappings of another forwarder: a SQLite file with tables of whatever names")
  .argument("<file>", "it is only read")
  .option("--map <file>", "JSON that says where mappings are, if that cannot be told from the names")
  .option("--dry-run", "tells what would change, and changes nothing", false)
  .addHelpText("after", mapHelp)
  .action(importSqlite);

const program = new Command("taproom")
  .description("Looks after a Taproom from the terminal")
  .addCommand(setup)
  .addCommand(deployment)
  .addCommand(mappings)
  .addCommand(channels)
  .addCommand(queue)
  .addCommand(webhook)
  .addCommand(stats)
  .addCommand(group("import", "takes over what another bot has kept", [players, sqlite]));

/** Commander ends by itself with 1 where somebody has mistyped; here that is 2. */
function neverExits(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) neverExits(each);
}

neverExits(program);
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Mistake) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else throw error;
}
