import { after, type Clock, type Instant, minutes } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { mappingsFrom, sourcesAmong } from "#adapters/database/forwarder/mappings";
import type { Mapping } from "#domain/forwarder/mapping";

/** The mappings of a source, and those of their targets from which others carry on. */
export interface Known {
  readonly list: readonly Mapping[];
  readonly onward: ReadonlySet<string>;
}

/** They are looked up again after this, should nobody have said that they changed. */
const fresh = minutes(10);

/** What a source's room knows of its mappings, so that it need not ask at every post. */
export class KnownMappings {
  readonly #databaseUrl: Secret;
  readonly #chat: string;
  readonly #clock: Clock;
  #known: (Known & { readonly at: Instant }) | undefined;
  #changes = 0;

  constructor(databaseUrl: Secret, chat: string, clock: Clock) {
    this.#databaseUrl = databaseUrl;
    this.#chat = chat;
    this.#clock = clock;
  }

  changed(): void {
    this.#changes += 1;
    this.#known = undefined;
  }

  /** Whether it is known, without asking, that there are none. */
  get areNone(): boolean {
    return this.#fresh()?.list.length === 0;
  }

  /** Throws SilenceError and UpstreamError. */
  async look(): Promise<Known> {
    const known = this.#fresh();
    if (known) return known;
    const [changes, at] = [this.#changes, this.#clock()];
    const list = await mappingsFrom(this.#databaseUrl, this.#chat);
    const targets = list.map(({ target }) => target.chat);
    const found = { list, onward: await sourcesAmong(this.#databaseUrl, targets), at };
    // What has changed meanwhile may be missing here.
    if (changes === this.#changes) this.#known = found;
    return found;
  }

  #fresh(): Known | undefined {
    return this.#known && this.#clock() <= after(this.#known.at, fresh) ? this.#known : undefined;
  }
}
