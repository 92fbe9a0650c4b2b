import { minutes } from "#kernel/clock";
import type { ClaimedJob } from "#adapters/database/forwarder/claim-jobs";
import type { ForwarderDO } from "#durable-objects/forwarder/forwarder";
import { alarmName, type ForwarderAlarm } from "#domain/forwarder/alarms/alarm";
import { isOfTarget, type TroubleKind } from "#domain/forwarder/trouble";
import type { Delivered } from "./deliver-job.ts";

/** A wait of which administrators should know. */
const longWait = minutes(60);

const mayBeOfSource = new Set<TroubleKind>(["not_member", "chat_not_found"]);

/** What a worker says of what broke and what works again; each change once. */
export class News {
  readonly #room: DurableObjectStub<ForwarderDO>;
  readonly #broken: Set<string>;

  /** `broken`: the names of what administrators know to be broken. */
  constructor(room: DurableObjectStub<ForwarderDO>, broken: readonly string[]) {
    this.#room = room;
    this.#broken = new Set(broken);
  }

  /** Of a chat where the bot is not Telegram does not say which of the two it means: a source that is known to be gone is the one. */
  async of(
    { target: { chat }, sourceChat }: Pick<ClaimedJob, "target" | "sourceChat">,
    { note, settled, trouble }: Delivered,
    now: number,
  ): Promise<void> {
    if (trouble && isOfTarget(trouble))
      await this.#break(
        { is: "target", chat, kind: trouble },
        mayBeOfSource.has(trouble) ? sourceChat : undefined,
      );
    if (trouble === "auth") await this.#break({ is: "auth" });
    if (settled.is === "again" && settled.until - now > longWait)
      await this.#break({ is: "flood", minutes: Math.ceil((settled.until - now) / minutes(1)) });
    if (note.state === "done" && note.links.length > 0)
      for (const name of [`target:${chat}`, "auth", "flood"]) await this.#heal(name);
  }

  async #break(alarm: ForwarderAlarm, source?: string): Promise<void> {
    if (this.#broken.has(alarmName(alarm))) return;
    if (await this.#room.alarmed(alarm, source)) this.#broken.add(alarmName(alarm));
  }

  async #heal(name: string): Promise<void> {
    if (this.#broken.delete(name)) await this.#room.healed(name);
  }
}
