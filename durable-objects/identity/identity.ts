import { DurableObject } from "cloudflare:workers";
import { after, type Clock, hours, instant, type Instant, minutes } from "#kernel/clock";
import { type Config, readConfig } from "#kernel/config";
import { ConsentNeeded, TaproomError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import type { Token } from "#adapters/helix/call";
import { logOf } from "#adapters/log";
import { type Grant, TwitchId } from "#adapters/twitch-id";
import { keyIdOf, type Vault, vault } from "#adapters/vault";

/** Errors lose their class on the way between Durable Objects; an answer does not. */
export type TokenAnswer =
  | { readonly ok: true; readonly token: Token; readonly expiresAt: Instant }
  | { readonly ok: false; readonly why: string };

export interface IdentityStatus {
  readonly connected: boolean;
  readonly userId?: string;
  readonly login?: string;
  readonly scopes?: readonly string[];
  /** Why the account's owner has to sign in again. */
  readonly trouble?: string;
  /** When the token came; unknown of old ones. */
  readonly renewedAt?: Instant;
  readonly expiresAt?: Instant;
  /** The id of the key that it is sealed with. */
  readonly sealedWith?: string;
}

/** Errors lose their class on the way between Durable Objects; an answer does not. */
export type Revoked = { readonly ok: true } | { readonly ok: false; readonly why: string };

interface Stored {
  /** The grant, sealed: accessToken, refreshToken, scopes, expiresAt. */
  readonly sealed: string;
  readonly userId: string;
  readonly login: string;
  readonly trouble?: string;
  readonly at?: Instant;
}

/** A token is renewed when it has no longer to live than this. */
const margin = minutes(10);
/** https://dev.twitch.tv/docs/authentication/validate-tokens/ */
const validationInterval = hours(1);
const retryInterval = minutes(5);

/** One Twitch identity: keeps its tokens sealed, renews them one caller at a time, validates them every hour. */
export class IdentityDO extends DurableObject<Env> {
  readonly #config: Config = readConfig(this.env);
  readonly #name = this.ctx.id.name ?? "";
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { identity: this.#name });
  readonly #vault: Vault = vault(this.#config.ENCRYPTION_KEYS);
  readonly #twitch = new TwitchId(
    { clientId: this.#config.TWITCH_CLIENT_ID, clientSecret: this.#config.TWITCH_CLIENT_SECRET },
    this.#clock,
  );
  #grant: Grant | undefined;
  #renewing: Promise<TokenAnswer> | undefined;

  /** The owner has agreed: keeps the grant and begins to look after it. */
  async signIn(grant: Grant, who: { readonly userId: string; readonly login: string }): Promise<void> {
    await this.#keep(grant, who);
    this.#log.info("identity.connected", { ...who, scopes: grant.scopes });
  }

  async status(): Promise<IdentityStatus> {
    const stored = this.#stored();
    if (!stored) return { connected: false };
    const { userId, login, at, sealed } = stored;
    const grant = await this.#recall().catch(() => undefined);
    const trouble = stored.trouble ?? (grant ? undefined : "what is stored does not open with today's keys");
    return {
      connected: trouble === undefined,
      userId,
      login,
      scopes: grant?.scopes ?? [],
      sealedWith: keyIdOf(sealed),
      ...(trouble && { trouble }),
      ...(at !== undefined && { renewedAt: at }),
      ...(grant && { expiresAt: grant.expiresAt }),
    };
  }

  /** A token that is good for some minutes yet. */
  async token(): Promise<TokenAnswer> {
    const grant = await this.#recall();
    if (!grant) return this.#name === "app" ? this.#renewOnce() : notConnected;
    const trouble = this.#stored()?.trouble;
    if (trouble !== undefined) return { ok: false, why: trouble };
    if (grant.expiresAt > after(this.#clock(), margin)) return this.#answer(grant);
    const renewed = await this.#renewOnce();
    // Twitch may be out of reach just now; the old token is good to its last minute.
    return renewed.ok || grant.expiresAt < this.#clock() ? renewed : this.#answer(grant);
  }

  /** Twitch refused `stale`. However many callers say so at once, one refresh is made. */
  async renew(stale: string): Promise<TokenAnswer> {
    const grant = await this.#recall();
    if (grant && grant.accessToken !== stale) return this.#answer(grant);
    return this.#renewOnce();
  }

  /**
   * Gives the consent back: Twitch forgets the token, then we forget all of it. When Twitch cannot be told, nothing is
   * forgotten, for nobody could give it back any more.
   */
  async revoke(): Promise<Revoked> {
    try {
      const known = await this.token();
      if (known.ok) await this.#twitch.revoke(known.token.accessToken);
      // Of a token that Twitch refuses there is nothing to give back; one that could not be renewed may live on.
      else if (this.#stored()?.trouble === undefined && this.#stored()) return known;
    } catch (error) {
      this.#log.warn("identity.not-revoked", described(error));
      return { ok: false, why: error instanceof TaproomError ? error.message : "the token does not open" };
    }
    this.#grant = undefined;
    this.ctx.storage.kv.delete("identity");
    await this.ctx.storage.deleteAlarm();
    this.#log.info("identity.revoked");
    this.#tellChannel();
    return { ok: true };
  }

  /** Twitch tells that somebody takes their consent back. Answers whether that concerns this identity. */
  consentRevoked(userId: string): boolean {
    const stored = this.#stored();
    if (stored?.userId !== userId) return false;
    this.ctx.storage.kv.put("identity", { ...stored, trouble: "the consent was taken back at Twitch" });
    this.#log.warn("identity.consent-revoked");
    return true;
  }

  /** Every hour Twitch wants to be asked whether the token is still good; where that fails, soon again. */
  override async alarm(): Promise<void> {
    const good = await this.#validated();
    // Until its owner signs in again there is nothing to look after.
    if (!this.#stored() || this.#stored()?.trouble !== undefined) return;
    await this.ctx.storage.setAlarm(after(this.#clock(), good ? validationInterval : retryInterval));
  }

  /** Whether the token is good for another hour, if need be a new one. */
  async #validated(): Promise<boolean> {
    try {
      const grant = await this.#recall();
      if (!grant || this.#stored()?.trouble !== undefined) return false;
      const dying = grant.expiresAt < after(this.#clock(), validationInterval);
      const valid = await this.#twitch.validate(grant.accessToken);
      return valid && !dying ? true : (await this.renew(grant.accessToken)).ok;
    } catch (error) {
      this.#log.warn("identity.validation-failed", described(error));
      return false;
    }
  }

  #renewOnce(): Promise<TokenAnswer> {
    this.#renewing ??= this.#renew().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #renew(): Promise<TokenAnswer> {
    const stored = this.#stored();
    // A refused refresh token stays refused: only a new consent helps, so Twitch is not asked again.
    if (stored?.trouble !== undefined) return { ok: false, why: stored.trouble };
    try {
      const grant = await this.#fetchGrant();
      await this.#keep(grant, { userId: stored?.userId ?? "", login: stored?.login ?? "" });
      this.#log.info("identity.renewed");
      return this.#answer(grant);
    } catch (error) {
      return this.#notRenewed(error);
    }
  }

  async #fetchGrant(): Promise<Grant> {
    if (this.#name === "app") return this.#twitch.appToken();
    const old = await this.#recall();
    if (!old) throw new ConsentNeeded(this.#name, notConnected.why);
    const grant = await this.#twitch.refresh(old.refreshToken);
    return grant.refreshToken ? grant : { ...grant, refreshToken: old.refreshToken };
  }

  #notRenewed(error: unknown): TokenAnswer {
    this.#log.error("identity.not-renewed", described(error));
    const stored = this.#stored();
    if (error instanceof ConsentNeeded && stored) {
      this.ctx.storage.kv.put("identity", { ...stored, trouble: error.message });
      this.#tellChannel();
    }
    return {
      ok: false,
      why: error instanceof TaproomError ? error.message : "the token could not be renewed",
    };
  }

  /** The channel finds out at once, and says so, that its broadcaster has to sign in; the bot's trouble is the house's. */
  #tellChannel(): void {
    if (this.#name === "app" || this.#name === "bot") return;
    const lost = this.env.CHANNEL.getByName(this.#name).lost("the broadcaster's consent");
    this.ctx.waitUntil(lost.catch((error: unknown) => this.#log.warn("identity.not-told", described(error))));
  }

  /** Written, and by the output gate on disk, before any caller gets to see the new token. */
  async #keep(
    grant: Grant,
    { userId, login }: { readonly userId: string; readonly login: string },
  ): Promise<void> {
    const sealed = await this.#vault.seal(this.#name, JSON.stringify(grant));
    this.ctx.storage.kv.put("identity", { sealed, userId, login, at: this.#clock() } satisfies Stored);
    this.#grant = grant;
    await this.ctx.storage.setAlarm(after(this.#clock(), validationInterval));
  }

  async #recall(): Promise<Grant | undefined> {
    const stored = this.#stored();
    if (!stored) return undefined;
    this.#grant ??= JSON.parse(await this.#vault.open(this.#name, stored.sealed)) as Grant;
    return this.#grant;
  }

  #stored = () => this.ctx.storage.kv.get<Stored>("identity");

  #answer({ accessToken, scopes, expiresAt }: Grant): TokenAnswer {
    const { userId = "", login = "" } = this.#stored() ?? {};
    return { ok: true, token: { accessToken, scopes, userId, login }, expiresAt };
  }
}

const notConnected = { ok: false, why: "it has not been connected yet" } as const;
