import { RpcTarget } from "cloudflare:workers";
import type { Clock } from "#kernel/clock";
import type { ChannelId, ChatterId } from "#kernel/ids";
import type { Player, Score } from "#domain/twitch/players";
import type { WriteBehind } from "../../write-behind.ts";
import { playerRow } from "../history-rows.ts";
import type { Ledger, LedgerEntry } from "../ledger.ts";
import type { Placed, PlayerBook, PlayerQuestion } from "../players.ts";

export interface OwnersPlayerNeeds {
  readonly channel: ChannelId;
  readonly players: PlayerBook;
  readonly ledger: Ledger;
  readonly history: WriteBehind;
  readonly clock: Clock;
  /** Decides in one transaction. */
  readonly decide: <T>(decide: () => T) => T;
}

export interface Imported {
  /** Players whose score has changed by this import. */
  readonly changed: number;
  /** Players who had been taken over with the very same score before. */
  readonly unchanged: number;
}

export interface Corrected {
  readonly before: Player;
  readonly after: Player;
}

/** A player, and what they have spent points on lately. */
export interface KnownPlayer extends Placed {
  readonly redemptions: readonly LedgerEntry[];
}

const lately = 20;

/** Everybody who plays, as the owner sees to them. */
export class OwnersPlayers extends RpcTarget {
  readonly #needs: OwnersPlayerNeeds;

  constructor(needs: OwnersPlayerNeeds) {
    super();
    this.#needs = needs;
  }

  /** The best first. */
  list(question: PlayerQuestion): Placed[] {
    return this.#needs.players.search(question);
  }

  /** undefined: nobody of this id has a score. */
  find(id: ChatterId): KnownPlayer | undefined {
    const { players, ledger } = this.#needs;
    const player = players.placed(id);
    return player && { ...player, redemptions: ledger.search({ viewerId: id, limit: lately }) };
  }

  /** undefined: nobody of this id has a score. */
  correct(id: ChatterId, change: Partial<Score>): Corrected | undefined {
    const { channel, players, history, clock, decide } = this.#needs;
    const before = players.find(id);
    const after = decide(() => {
      const corrected = players.correct(id, change);
      if (corrected) history.note(id, playerRow(channel, corrected, clock()), clock());
      return corrected;
    });
    return before && after && { before, after };
  }

  /** Takes scores over from elsewhere, in one transaction. The same scores again change nothing. */
  import(imported: readonly Player[], dryRun: boolean): Imported {
    const { channel, players, history, clock, decide } = this.#needs;
    const changed = decide(() => {
      const changes = imported.flatMap(
        ({ chatter, score }) => players.import(chatter, score, { dryRun }) ?? [],
      );
      const now = clock();
      if (!dryRun)
        for (const player of changes) history.note(player.chatter.id, playerRow(channel, player, now), now);
      return changes.length;
    });
    return { changed, unchanged: imported.length - changed };
  }
}
