/** Tokens: what Twitch hands out at id.twitch.tv, and to whom. */
import { randomBytes } from "node:crypto";
import type { AccessToken, User } from "./entities.ts";

/** What somebody agreed to on the consent page. */
export interface Consent {
  readonly clientId: string;
  readonly user: User;
  readonly scopes: readonly string[];
}

interface Code extends Consent {
  readonly redirectUri: string;
}

interface RefreshToken extends Consent {
  readonly previous: string | undefined;
}

const hours = 3_600_000;
const userTokenLife = 4 * hours;
const appTokenLife = 60 * 24 * hours;

export class Tokens {
  readonly #now: () => number;
  readonly #onIssued: (secret: string) => void;
  readonly #access = new Map<string, AccessToken>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #codes = new Map<string, Code>();
  readonly #consents: Consent[] = [];

  /** `onIssued` hears of every code and token handed out: none of them may ever be seen in a log. */
  constructor(now: () => number, onIssued: (secret: string) => void = () => {}) {
    this.#now = now;
    this.#onIssued = onIssued;
  }

  consent(consent: Consent, redirectUri: string): string {
    const code = this.#draw();
    this.#consents.push(consent);
    this.#codes.set(code, { ...consent, redirectUri });
    return code;
  }

  hasConsented(clientId: string, userId: string, ...anyOf: readonly string[]): boolean {
    return this.#consents.some(
      (consent) =>
        consent.clientId === clientId &&
        consent.user.id === userId &&
        (anyOf.length === 0 || anyOf.some((scope) => consent.scopes.includes(scope))),
    );
  }

  /** The apps that a user has agreed to anything with. */
  clientsOf(userId: string): string[] {
    const theirs = this.#consents.filter(({ user }) => user.id === userId);
    return [...new Set(theirs.map(({ clientId }) => clientId))];
  }

  /** A code works once, and only for the address it was sent to. */
  redeemCode(code: string, clientId: string, redirectUri: string): UserTokens | undefined {
    const found = this.#codes.get(code);
    if (!found || found.clientId !== clientId || found.redirectUri !== redirectUri) return undefined;
    this.#codes.delete(code);
    return this.#issue(found, undefined);
  }

  /**
   * Each refresh brings a new refresh token. The old one dies when the new one is used: whoever crashed before
   * storing the answer may ask again, whoever keeps using the old one is cut off.
   */
  refresh(refreshToken: string, clientId: string): UserTokens | undefined {
    const found = this.#refresh.get(refreshToken);
    if (!found || found.clientId !== clientId) return undefined;
    if (found.previous !== undefined) this.#refresh.delete(found.previous);
    return this.#issue(found, refreshToken);
  }

  issueForApp(clientId: string): AccessToken {
    return this.#remember({ clientId, user: null, scopes: [], expiresAt: this.#now() + appTokenLife });
  }

  find(token: string): AccessToken | undefined {
    const found = this.#access.get(token);
    return found && found.expiresAt > this.#now() ? found : undefined;
  }

  revoke(token: string): boolean {
    return this.#access.delete(token);
  }

  /** Access tokens end before their time, of one user or of all. */
  expire(userId: string | undefined): void {
    for (const [token, { user }] of this.#access) {
      if (userId === undefined || user?.id === userId) this.#access.delete(token);
    }
  }

  /** The user takes the consent back: nothing they gave works any more. */
  withdraw(userId: string): void {
    this.expire(userId);
    for (const [token, { user }] of this.#refresh) if (user.id === userId) this.#refresh.delete(token);
    const left = this.#consents.filter(({ user }) => user.id !== userId);
    this.#consents.splice(0, this.#consents.length, ...left);
  }

  #issue({ clientId, user, scopes }: Consent, previous: string | undefined): UserTokens {
    const refreshToken = this.#draw();
    this.#refresh.set(refreshToken, { clientId, user, scopes, previous });
    const expiresAt = this.#now() + userTokenLife;
    return { access: this.#remember({ clientId, user, scopes, expiresAt }), refreshToken };
  }

  #remember(token: Omit<AccessToken, "token">): AccessToken {
    const issued = { ...token, token: this.#draw() };
    this.#access.set(issued.token, issued);
    return issued;
  }

  #draw(): string {
    const secret = random();
    this.#onIssued(secret);
    return secret;
  }
}

export interface UserTokens {
  readonly access: AccessToken;
  readonly refreshToken: string;
}

// Twitch's tokens are thirty characters of a–z and 0–9.
function random(): string {
  return BigInt(`0x${randomBytes(24).toString("hex")}`)
    .toString(36)
    .padStart(30, "0")
    .slice(-30);
}
