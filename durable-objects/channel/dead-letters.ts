import type { Clock } from "#kernel/clock";
import type { ChannelId, ChatterId, RedemptionId } from "#kernel/ids";
import type { HistoryRow } from "#adapters/database/history";
import type { Obstacle } from "#domain/admin/obstacles";
import type { ChannelSettings } from "#domain/twitch/settings";
import type { DeadLetter } from "../room-memory.ts";
import type { WriteBehind } from "../write-behind.ts";
import { playerRow, redemptionRow } from "./history-rows.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Errand, Outbox } from "./outbox.ts";
import type { PlayerBook } from "./players.ts";
import { type GivenUp, type Matter, matterOf, obstacleTo } from "./replayable.ts";
import type { Receipt, Turn } from "./turn.ts";

export interface DeadLetterNeeds {
  readonly channel: ChannelId;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly history: WriteBehind;
  readonly settings: () => ChannelSettings;
  readonly clock: Clock;
}

/** A dead letter, what it is about, and what keeps it from being tried again. */
export interface Letter extends DeadLetter {
  readonly about: Matter["is"];
  readonly obstacle?: Obstacle;
}

/** What could not be done or decided, for a person to see to. */
export class DeadLetters {
  readonly #needs: DeadLetterNeeds;

  constructor(needs: DeadLetterNeeds) {
    this.#needs = needs;
  }

  /** An errand was given up. */
  giveUp({ key, effect, feature, part }: Errand, why: string): void {
    const { memory, clock } = this.#needs;
    memory.bury({ key, at: clock(), what: { effect, feature, part } satisfies GivenUp, why });
  }

  /** A turn could not be decided. Answers the key under which it lies. */
  bury(turn: Turn, error: unknown): string {
    const { memory, clock } = this.#needs;
    const now = clock();
    const key = `poison:${turn.is}:${now}`;
    memory.bury({ key, at: now, what: turn, why: error instanceof Error ? error.message : String(error) });
    return key;
  }

  find(key: string): Letter | undefined {
    const letter = this.#needs.memory.deadLetter(key);
    return letter && this.#read(letter);
  }

  /** The latest first; `before`: what follows this one. */
  list(limit: number, before?: Pick<DeadLetter, "at" | "key">): Letter[] {
    return this.#needs.memory.deadLetters(limit, before).map((letter) => this.#read(letter));
  }

  /** False: there is none of this key. */
  drop(key: string): boolean {
    return this.#needs.memory.unbury(key);
  }

  /**
   * Has another try at what a letter is about. The letter goes in the transaction in which the try is written down, so it
   * is one more try, however often it is wanted: "duplicate" is what the others hear.
   */
  replay(key: string, decide: (turn: Turn) => Receipt): Receipt {
    const letter = this.find(key);
    if (!letter || letter.obstacle) return "duplicate";
    this.drop(key);
    const matter = matterOf(letter.what);
    switch (matter.is) {
      case "errand":
        return this.#again(letter.key, matter.errand);
      case "event":
        decide(this.#unheard(matter.turn));
        return "taken";
      case "row":
        return this.#write(letter.key, matter.row);
    }
  }

  /** A game that asked for it has been told that it failed, and went on: it hears no second answer. */
  #again(key: string, { effect, part }: GivenUp): Receipt {
    const { outbox, clock } = this.#needs;
    outbox.add({ key, feature: null, effect, part }, clock());
    return "taken";
  }

  /** A line that could not be decided was remembered, lest Twitch tell of it again. */
  #unheard(turn: Turn): Turn {
    if (turn.is === "notification" && turn.event.is === "chat")
      this.#needs.memory.forgetSeen(`line:${turn.event.line.id}`);
    return turn;
  }

  #write(key: string, row: HistoryRow): Receipt {
    const { history, clock } = this.#needs;
    history.note(key.slice(`history:${row.table}:`.length), this.#asItIs(row), clock());
    return "taken";
  }

  /** What has changed since may stand in Postgres already, and must not be what it was again. */
  #asItIs(old: HistoryRow): HistoryRow {
    const { channel, ledger, players, settings, clock } = this.#needs;
    switch (old.table) {
      case "players": {
        const player = players.find(old.row.id as ChatterId);
        return player ? playerRow(channel, player, clock()) : old;
      }
      case "redemptions": {
        const entry = ledger.entry(old.row.id as RedemptionId);
        return entry ? redemptionRow(channel, entry) : old;
      }
      case "channels":
        return { ...old, row: { ...old.row, settings: settings() } };
      default:
        return old;
    }
  }

  #read(letter: DeadLetter): Letter {
    const { ledger, clock } = this.#needs;
    const matter = matterOf(letter.what);
    const statusOf = (id: RedemptionId) => ledger.entry(id)?.status;
    const obstacle = obstacleTo(matter, { now: clock(), statusOf });
    return { ...letter, about: matter.is, ...(obstacle && { obstacle }) };
  }
}
