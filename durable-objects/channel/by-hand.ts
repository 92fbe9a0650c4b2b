import { type Clock, instant } from "#kernel/clock";
import type { Texts, Translate } from "#kernel/i18n";
import type { ChannelId, ChatterId } from "#kernel/ids";
import type { Log } from "#kernel/log";
import { type EffectKind, say } from "#domain/twitch/effect";
import { featureIds } from "#domain/twitch/features/index";
import { type ChannelSettings, isSwitchedOff, switchable } from "#domain/twitch/settings";
import { laneKinds } from "./lanes.ts";
import type { Memory } from "./memory.ts";
import type { Outbox } from "./outbox.ts";
import { words } from "./perform/say.ts";
import type { PlayerBook } from "./players.ts";
import type { Stage } from "./stage.ts";
import type { Switches } from "./switches.ts";
import type { Receipt, Turn } from "./turn.ts";

export interface ByHandNeeds {
  readonly channel: ChannelId;
  readonly memory: Memory;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly stage: Stage;
  readonly switches: Switches;
  readonly settings: () => ChannelSettings;
  readonly translate: () => Translate;
  /** The broadcaster's login; undefined: the channel was never set up. */
  readonly login: () => string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly take: (turn: Turn) => Promise<Receipt>;
  /** Decides in one transaction, and has what was decided performed. */
  readonly decide: (decide: () => void) => void;
}

/** What came of something that was done by hand. `before`: it came a second time, and was done the first. */
export interface Deed {
  readonly became: "done" | "nothing" | "before" | "failed" | "stopped" | "not-set-up";
  /** What the bot says of it, now or as soon as it can. */
  readonly lines: readonly string[];
  /** What else was decided and is to be done outside. */
  readonly effects: readonly EffectKind[];
}

/** Whatever somebody says in the bot's name is a text of its own. */
export const byHandTexts: Texts = { ru: "by-hand = { $words }", en: "by-hand = { $words }" };

const becameOf: Readonly<Record<Receipt, Deed["became"]>> = {
  taken: "done",
  quiet: "nothing",
  foreign: "nothing",
  duplicate: "before",
  poison: "failed",
};

/** What a person does in a channel without being in its chat. `key` names a press of a button: it counts once. */
export class ByHand {
  readonly #needs: ByHandNeeds;

  constructor(needs: ByHandNeeds) {
    this.#needs = needs;
  }

  /** The bot says it as it says everything: in order, at most once, long texts in several lines. */
  say(key: string, text: string): Deed {
    const { memory, stage, clock, decide, login } = this.#needs;
    if (login() === undefined) return idle("not-set-up");
    let isNew = false;
    decide(() => {
      isNew = memory.see(`said:${key}`, clock());
      if (isNew) stage.settle(null, [say(clock(), "by-hand", { words: text })], causeOf(key));
    });
    return isNew ? this.#deed("done", key) : idle("before");
  }

  /** The same as if the broadcaster had typed it in chat. */
  async command(key: string, line: string): Promise<Deed> {
    const { channel, players, stage, clock, login, take } = this.#needs;
    const known = login();
    if (known === undefined) return idle("not-set-up");
    if (!stage.isRunning) return idle("stopped");
    // The cast: a channel is named by its broadcaster's id.
    const id = channel as string as ChatterId;
    const chatter = players.find(id)?.chatter ?? { id, login: known, name: known };
    const receipt = await take({
      is: "notification",
      messageId: causeOf(key),
      sentAt: clock(),
      event: {
        is: "chat",
        line: { id: causeOf(key), chatter, text: line, roles: ["broadcaster"], forReward: false },
      },
    });
    return this.#deed(becameOf[receipt], key);
  }

  /** Stopped, nobody is heard and nothing is played; rewards are paused, and what is redeemed all the same goes back. */
  stop(by: string): void {
    const { switches, stage, clock, decide, log } = this.#needs;
    if (switches.stopped) return;
    const since = clock();
    decide(() => {
      for (const id of switchable) stage.close(id, `stopped:${since}`);
      switches.stop({ since, by });
      stage.settle(null, [{ do: "tend-rewards" }], `stopped:${since}`);
    });
    log.warn("channel.stopped", { by });
  }

  start(by: string): void {
    const { switches, stage, clock, decide, log } = this.#needs;
    if (!switches.stopped) return;
    decide(() => {
      switches.start();
      stage.settle(null, [{ do: "tend-rewards" }], `started:${clock()}`);
    });
    log.info("channel.started", { by });
  }

  /** Whatever was on before and is off now is called off. */
  settingsChanged(before: ChannelSettings): void {
    const { settings, stage, clock, decide } = this.#needs;
    const newlyOff = featureIds.filter((id) => isSwitchedOff(id, settings()) && !isSwitchedOff(id, before));
    if (newlyOff.length === 0) return;
    decide(() => {
      for (const id of newlyOff) stage.close(id, `switched-off:${clock()}`);
    });
  }

  /** What was decided stands in the outbox until Twitch has answered, which is not before this is told. */
  #deed(became: Deed["became"], key: string): Deed {
    const { outbox, translate } = this.#needs;
    const cause = `${causeOf(key)}:`;
    const decided = laneKinds
      .flatMap((kind) => outbox.due(kind, instant(Infinity), Infinity))
      .filter((errand) => errand.key.startsWith(cause));
    const lines = decided.filter(({ effect }) => effect.do === "say");
    return {
      became,
      lines: lines.map((errand) => words(errand, translate())),
      effects: decided.map(({ effect }) => effect.do).filter((kind) => kind !== "say"),
    };
  }
}

const causeOf = (key: string) => `by-hand:${key}`;

const idle = (became: Deed["became"]): Deed => ({ became, lines: [], effects: [] });
