import { RpcTarget } from "cloudflare:workers";
import type { RedemptionId } from "#kernel/ids";
import type { Resolution } from "#domain/twitch/redemption";
import { type Asked, denied, granted } from "../../asked.ts";
import type { Ledger, LedgerEntry, LedgerQuestion } from "../ledger.ts";
import type { Outbox } from "../outbox.ts";
import type { Receipt, Turn } from "../turn.ts";

export interface OwnersRedemptionNeeds {
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly take: (turn: Turn) => Promise<Receipt>;
}

/**
 * Where a redemption stands: in play; about to end, as soon as Twitch is told; ended; or given up, as Twitch could not be
 * told.
 */
export type Stand = "in-play" | "ending" | "ended" | "given-up";

export interface StandingEntry extends LedgerEntry {
  readonly stands: Stand;
}

/** The ledger of redemptions, as the owner sees to it. */
export class OwnersRedemptions extends RpcTarget {
  readonly #needs: OwnersRedemptionNeeds;

  constructor(needs: OwnersRedemptionNeeds) {
    super();
    this.#needs = needs;
  }

  /** The newest first. */
  list(question: LedgerQuestion): StandingEntry[] {
    return this.#needs.ledger.search(question).map((entry) => this.#standing(entry));
  }

  /** It goes through the outbox like every other end; wanted again, it is the same end. */
  async end(id: RedemptionId, as: Resolution): Promise<Asked<StandingEntry>> {
    const { ledger, take } = this.#needs;
    const receipt = await take({ is: "ended-by-hand", redemption: id, as });
    const entry = ledger.entry(id);
    if (!entry)
      return denied(
        "missing",
        "Nobody knows this redemption; what has ended is forgotten after 90 days",
        "redemption-unknown",
      );
    const standing = this.#standing(entry);
    if (receipt === "taken" || receipt === "quiet") return granted(standing);
    return receipt === "poison"
      ? denied("conflict", "Its game has failed at it; look at the dead letters", "redemption-failed")
      : denied(
          "conflict",
          whyNot(standing),
          `redemption-${standing.stands === "ended" ? "ended" : "ending"}`,
        );
  }

  #standing(entry: LedgerEntry): StandingEntry {
    return { ...entry, stands: this.#standOf(entry) };
  }

  #standOf({ id, status, decided }: LedgerEntry): Stand {
    if (status !== "UNFULFILLED") return "ended";
    if (decided === null) return "in-play";
    return this.#needs.outbox.resolutionOf(id) === undefined ? "given-up" : "ending";
  }
}

const whyNot = ({ stands, status, decided }: StandingEntry) =>
  stands === "ended"
    ? `It has ended: its points were ${wordFor(status)}`
    : `Its points are being ${wordFor(decided)}; Twitch has not confirmed it yet`;

const wordFor = (as: LedgerEntry["status" | "decided"]) => (as === "FULFILLED" ? "spent" : "given back");
