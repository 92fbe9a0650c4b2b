/**
 * Scripts: Upstash takes flags in the first line of a script (`#!lua flags=allow-key-locking`) that no other
 * Redis knows. Such a script runs without the line, and is still found by the SHA-1 of its whole text.
 */
import { createHash } from "node:crypto";
import type { RedisCommand, Reply } from "./backend.ts";

export interface Prepared {
  readonly command: RedisCommand;
  /** Instead of what Redis answers. */
  readonly reply?: Reply;
}

export class Scripts {
  readonly #bareBySha = new Map<string, string>();

  /** The command as any Redis understands it. */
  prepare(command: RedisCommand): Prepared {
    const [name, first = "", ...rest] = command;
    switch (name.toUpperCase()) {
      case "EVAL":
      case "EVAL_RO":
        return { command: [name, this.#bare(first), ...rest] };
      case "EVALSHA":
      case "EVALSHA_RO":
        return { command: this.#bySha(command, name, first, rest) };
      case "SCRIPT":
        return this.#manage(command, first.toUpperCase(), rest);
      default:
        return { command };
    }
  }

  forget(): void {
    this.#bareBySha.clear();
  }

  #bare(script: string): string {
    if (!script.startsWith("#!lua") || !script.includes("\n")) return script;
    // The line break stays: line numbers in errors are those of the whole script.
    const bare = script.slice(script.indexOf("\n"));
    this.#bareBySha.set(sha1(script), bare);
    return bare;
  }

  #bySha(command: RedisCommand, name: string, sha: string, rest: string[]): RedisCommand {
    const bare = this.#bareBySha.get(sha.toLowerCase());
    return bare === undefined ? command : [name.replace(/sha/i, ""), bare, ...rest];
  }

  #manage(command: RedisCommand, what: string, args: string[]): Prepared {
    const [script = ""] = args;
    if (what === "LOAD") return { command: ["SCRIPT", "LOAD", this.#bare(script)], reply: sha1(script) };
    if (what === "EXISTS")
      return { command: ["SCRIPT", "EXISTS", ...args.map((sha) => this.#shaOfBare(sha))] };
    if (what === "FLUSH") this.forget();
    return { command };
  }

  #shaOfBare(sha: string): string {
    const bare = this.#bareBySha.get(sha.toLowerCase());
    return bare === undefined ? sha : sha1(bare);
  }
}

function sha1(script: string): string {
  return createHash("sha1").update(script).digest("hex");
}
