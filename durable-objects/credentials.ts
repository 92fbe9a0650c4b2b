import { after, type Clock, type Instant, minutes } from "#kernel/clock";
import { ConsentNeeded } from "#kernel/errors";
import type { ChannelId } from "#kernel/ids";
import type { Credentials, Token, Who } from "#adapters/helix/call";
import type { IdentityDO, TokenAnswer } from "./identity/identity.ts";

/** Asks the identities' rooms for tokens, and remembers the answers while they are good: a call costs no second request. */
export class IdentityCredentials implements Credentials {
  readonly #identities: DurableObjectNamespace<IdentityDO>;
  readonly #channel: ChannelId;
  readonly #clock: Clock;
  readonly #known = new Map<Who, { readonly token: Token; readonly expiresAt: Instant }>();

  constructor(identities: DurableObjectNamespace<IdentityDO>, channel: ChannelId, clock: Clock) {
    this.#identities = identities;
    this.#channel = channel;
    this.#clock = clock;
  }

  async token(who: Who): Promise<Token> {
    const known = this.#known.get(who);
    if (known && known.expiresAt > after(this.#clock(), minutes(5))) return known.token;
    return this.#remember(who, await this.#room(who).token());
  }

  async renew(who: Who, stale: Token): Promise<Token> {
    return this.#remember(who, await this.#room(who).renew(stale.accessToken));
  }

  forget(): void {
    this.#known.clear();
  }

  #room = (who: Who) => this.#identities.getByName(who === "broadcaster" ? this.#channel : who);

  #remember(who: Who, answer: TokenAnswer): Token {
    if (!answer.ok) {
      this.#known.delete(who);
      throw new ConsentNeeded(who, answer.why);
    }
    this.#known.set(who, answer);
    return answer.token;
  }
}
