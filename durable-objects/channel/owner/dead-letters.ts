import { RpcTarget } from "cloudflare:workers";
import { obstacles } from "#domain/admin/obstacles";
import { type Asked, denied, granted } from "../../asked.ts";
import type { DeadLetter } from "../../room-memory.ts";
import type { DeadLetters, Letter } from "../dead-letters.ts";
import type { Receipt, Turn } from "../turn.ts";

/** The dead letters, as the owner sees to them. */
export class OwnersDeadLetters extends RpcTarget {
  readonly #letters: DeadLetters;
  readonly #take: (turn: Turn) => Promise<Receipt>;

  constructor(letters: DeadLetters, take: (turn: Turn) => Promise<Receipt>) {
    super();
    this.#letters = letters;
    this.#take = take;
  }

  list(limit: number, before?: Pick<DeadLetter, "at" | "key">): Letter[] {
    return this.#letters.list(limit, before);
  }

  /** Answers the letter that is there no more. */
  async replay(key: string): Promise<Asked<Letter>> {
    const letter = this.#letters.find(key);
    if (!letter) return gone;
    if (letter.obstacle) return denied("conflict", obstacles[letter.obstacle], `obstacle-${letter.obstacle}`);
    const receipt = await this.#take({ is: "replayed", key });
    if (receipt === "poison")
      return denied("conflict", "It has failed again, for the same reason", "failed-again");
    return receipt === "taken" ? granted(letter) : gone;
  }

  drop(key: string): Asked<Letter> {
    const letter = this.#letters.find(key);
    return letter && this.#letters.drop(key) ? granted(letter) : gone;
  }
}

const gone = denied(
  "missing",
  "There is no such dead letter, or somebody has seen to it already",
  "letter-gone",
);
