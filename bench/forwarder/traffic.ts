/** A call of the world's transcript, as far as the measures want it. `status` 0: the line broke, after it was done. */
interface Call {
  readonly service: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly at: number;
}

/** A copy or forward that Telegram was asked for. */
interface Send {
  readonly chat_id?: number | string;
  readonly from_chat_id?: number | string;
  readonly message_id?: number;
  readonly message_ids?: readonly number[];
}

/** What a post is called on its way: its target, its source, and its first message. */
export const wayOf = (target: number | string, source: number | string, first: number): string =>
  `${target} ${source}:${first}`;

/** Everything that goes out, as it goes: the transcript itself does not keep so much. */
export class Traffic {
  readonly #stop = new AbortController();
  readonly calls = new Map<string, number>();
  /** When each post was first taken by Telegram, in milliseconds since the epoch. */
  readonly sentAt = new Map<string, number>();
  /** When something was refused, by target. */
  readonly refusedAt = new Map<string, number[]>();
  lastAt = Date.now();

  static async listen(world: string): Promise<Traffic> {
    const traffic = new Traffic();
    const response = await fetch(`${world}/events`, { signal: traffic.#stop.signal });
    if (!response.body) throw new Error("The world tells nothing");
    // It ends when nobody listens any more.
    void traffic.#hear(response.body).catch(() => undefined);
    return traffic;
  }

  stop(): void {
    this.#stop.abort();
  }

  async #hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of body) {
      const events = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) if (event.startsWith("event: call\n")) this.#count(callIn(event));
    }
  }

  #count(call: Call): void {
    const name = call.service === "telegram" ? `telegram ${call.path.split("/").at(-1)}` : call.service;
    this.calls.set(name, (this.calls.get(name) ?? 0) + 1);
    if (call.service === "telegram") this.#noteSend(call);
  }

  #noteSend({ body, status, at }: Call): void {
    // The cast: the body is what a bot sends.
    const { chat_id: target, from_chat_id: source, message_id, message_ids } = (body ?? {}) as Send;
    const first = message_id ?? message_ids?.[0];
    if (target === undefined || source === undefined || first === undefined) return;
    this.lastAt = Math.max(this.lastAt, at);
    if (status !== 200 && status !== 0)
      this.refusedAt.set(String(target), [...(this.refusedAt.get(String(target)) ?? []), at]);
    else if (!this.sentAt.has(wayOf(target, source, first)))
      this.sentAt.set(wayOf(target, source, first), at);
  }
}

/** The cast: the world has written it. */
const callIn = (event: string): Call =>
  JSON.parse(event.slice(event.indexOf("\ndata: ") + "\ndata: ".length).split("\nid:", 1)[0] ?? "") as Call;
