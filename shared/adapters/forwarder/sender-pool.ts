import { after, type Clock, type Instant, minutes } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import type { Secret } from "#kernel/secret";
import type { Destination, Sender, Standing } from "#domain/forwarder/sender";
import type { EditStep, Sent, Step } from "#domain/forwarder/step";
import { type TroubleKind, troubleOf } from "#domain/forwarder/trouble";
import { BotSender } from "./bot-sender.ts";

/** Somebody who sends, by his name in the links. */
export interface Member {
  readonly name: string;
  readonly sender: Sender;
}

/** Whoever is a stranger somewhere is not sent there again for so long. */
const remembered = minutes(10);
const strangers = new Map<string, Instant>();

/**
 * Several bots that share what Telegram allows each of them. A target always has the same one, so that its order and its
 * edits are in one hand; where that one has nothing to say, the first bot sends. Files can be named by the first one only.
 */
export class SenderPool implements Sender {
  readonly #first: Member;
  readonly #members: readonly Member[];
  readonly #clock: Clock;

  constructor(members: readonly [Member, ...Member[]], clock: Clock) {
    this.#first = members[0];
    this.#members = members;
    this.#clock = clock;
  }

  async make(step: Step, to: Destination): Promise<readonly Sent[]> {
    const member = step.is === "album" ? this.#first : this.#memberFor(to.target.chat);
    try {
      return await madeBy(member, step, to);
    } catch (error) {
      if (member === this.#first || !isStrange(error)) throw error;
      strangers.set(`${member.name} ${to.target.chat}`, after(this.#clock(), remembered));
      return madeBy(this.#first, step, to);
    }
  }

  change(step: EditStep, standing: Standing, to: Destination): Promise<readonly number[]> {
    return this.#named(standing.by).change(step, standing, to);
  }

  remove(standing: Standing): Promise<void> {
    return this.#named(standing.by).remove(standing);
  }

  pin(standing: Standing): Promise<void> {
    return this.#named(standing.by).pin(standing);
  }

  reach(): Promise<void> {
    return this.#first.sender.reach();
  }

  #memberFor(chat: string): Member {
    const member = this.#members[numberOf(chat) % this.#members.length] ?? this.#first;
    const until = strangers.get(`${member.name} ${chat}`);
    return until !== undefined && until > this.#clock() ? this.#first : member;
  }

  /** One that has left the pool leaves its messages to the first. */
  #named = (name: string | undefined): Sender =>
    (this.#members.find((member) => member.name === name) ?? this.#first).sender;
}

/** The forwarder's bot, and those that help it. */
export function senders(config: ForwarderConfig, clock: Clock): SenderPool {
  const { TELEGRAM_FORWARDER_TOKEN: first, TELEGRAM_FORWARDER_POOL: others = [], TELEGRAM_API_ROOT } = config;
  const member = (token: Secret, knowsFiles: boolean): Member => ({
    name: token.reveal().split(":", 1)[0] ?? "",
    sender: new BotSender({ token, apiRoot: TELEGRAM_API_ROOT }, knowsFiles),
  });
  return new SenderPool([member(first, true), ...others.map((token) => member(token, false))], clock);
}

async function madeBy({ name, sender }: Member, step: Step, to: Destination): Promise<readonly Sent[]> {
  const sent = await sender.make(step, to);
  return sent.map((each) => ({ ...each, by: name }));
}

/** It is not in the target, or cannot read the source. Nothing was sent. */
const isStrange = (error: unknown): boolean =>
  error instanceof UpstreamError && strange.has(troubleOf(error.status, error.said));

const strange = new Set<TroubleKind>(["not_member", "chat_not_found", "no_rights", "message_gone", "auth"]);

const numberOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
