/** How a password was hashed: the parameters stand beside every hash, so that they can grow. */
export interface ScryptHash {
  readonly scheme: "scrypt";
  /** Cost, block size and parallelism: RFC 7914. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
  /** Base64. */
  readonly salt: string;
  readonly hash: string;
}

/**
 * 16 MiB and 150 ms of CPU. One of the sets that OWASP's Password Storage Cheat Sheet names; Cloudflare's production
 * refuses N·r·p above 2^20 and PBKDF2 above 100,000 rounds, which workerd on this machine does not (`limit-enforcer.h`).
 */
export const scryptParameters = { n: 2 ** 14, r: 8, p: 5 } as const;

/** What Cloudflare's production computes at most: N·r·p. */
export const mostScryptWork = 2 ** 20;

export const leastPasswordLength = 15;
export const mostPasswordLength = 256;
