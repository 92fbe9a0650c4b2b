import type { Clock } from "#kernel/clock";
import type { Translate } from "#kernel/i18n";
import { chatLine } from "#domain/twitch/chat-line";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { type Listener, meaningsOf } from "#domain/twitch/hearing";
import type { ChannelSettings } from "#domain/twitch/settings";
import type { Chronicle } from "./chronicle.ts";
import type { Errand, Outbox } from "./outbox.ts";
import { words } from "./perform/say.ts";
import type { Presence } from "./presence.ts";
import type { RosterBook } from "./roster-book.ts";
import type { Stage } from "./stage.ts";

export interface EarsNeeds {
  readonly chronicle: Chronicle;
  readonly outbox: Outbox;
  readonly presence: Presence;
  readonly roster: RosterBook;
  readonly stage: Stage;
  readonly settings: () => ChannelSettings;
  readonly translate: () => Translate;
  readonly clock: Clock;
  /** The bot's Twitch user id, as soon as it is known. */
  readonly bot: () => string | undefined;
  /** Keeps that a line was said. */
  readonly wasSaid: (line: Errand) => Promise<unknown>;
}

/** Listens to chat. A line that triggers nothing costs no row: its author is noted in memory, and that is all. */
export class Ears {
  readonly #needs: EarsNeeds;

  constructor(needs: EarsNeeds) {
    this.#needs = needs;
  }

  /** What commands and words are understood by. */
  get listener(): Listener {
    const { settings, roster, stage } = this.#needs;
    return { settings: settings(), roster: roster.roster, awake: () => stage.awake() };
  }

  /** Answers whether anything has to be decided about a line. */
  async hear(line: ChatMessage): Promise<boolean> {
    const { chronicle, presence, roster, stage, clock, bot } = this.#needs;
    chronicle.note("debug", "chat.line", { by: line.chatter.login, text: line.text });
    if (line.chatter.id === bot()) {
      await this.#hearEcho(line);
      return false;
    }
    presence.note(line, clock());
    roster.wears(line);
    return stage.isRunning && meaningsOf(line, this.listener).length > 0;
  }

  /**
   * Our own line comes back from chat: it was said, whatever became of the answer to our call. Twitch is answered
   * when that is on disk: an echo acknowledged and forgotten would have the line said again.
   */
  async #hearEcho({ text }: ChatMessage): Promise<void> {
    const { outbox, translate, wasSaid } = this.#needs;
    const said = outbox.begun("say").find((errand) => words(errand, translate()) === chatLine(text));
    if (said) await wasSaid(said);
  }
}
