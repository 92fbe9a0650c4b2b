import type { Secret } from "#kernel/secret";
import { TaproomError } from "#kernel/errors";

/** A sealed text that does not open: another key, another place, or a changed bit. */
export class SealBroken extends TaproomError<"seal-broken"> {
  readonly code = "seal-broken";
  readonly retry = false;
}

/** Seals texts for storage. `place` is bound into the seal, so that a row cannot be moved to another account. */
export interface Vault {
  seal(place: string, plain: string): Promise<string>;
  /** Throws SealBroken. */
  open(place: string, sealed: string): Promise<string>;
}

/**
 * AES-256-GCM with a fresh 96-bit nonce per seal (NIST SP 800-38D). A sealed text reads `key id.nonce.ciphertext`;
 * `keys` is `id:base64,…`: the first seals, every one opens, so keys are rotated by putting a new one in front.
 */
export function vault(keys: Secret): Vault {
  const ring = keys.reveal().split(",").map(parseKey);
  const [current] = ring;
  if (!current) throw new SealBroken("there is no encryption key");

  return {
    async seal(place, plain) {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt(
        binding(nonce, place, current.id),
        await current.key(),
        utf8.encode(plain),
      );
      return [current.id, base64(nonce), base64(new Uint8Array(sealed))].join(".");
    },
    async open(place, sealed) {
      const [id, nonce, body] = sealed.split(".");
      const entry = ring.find((one) => one.id === id);
      if (!entry || !nonce || !body) throw new SealBroken(`no key "${id}" to open ${place} with`);
      try {
        const how = binding(bytes(nonce), place, entry.id);
        return new TextDecoder().decode(await crypto.subtle.decrypt(how, await entry.key(), bytes(body)));
      } catch (cause) {
        throw new SealBroken(`what is stored for ${place} does not open`, { cause });
      }
    },
  };
}

/** The ids of the keys: the first seals, the others only open. */
export const keyIds = (keys: Secret): readonly string[] =>
  keys
    .reveal()
    .split(",")
    .map((pair) => parseKey(pair).id);

/** The id of the key that something is sealed with. */
export const keyIdOf = (sealed: string): string => sealed.split(".")[0] ?? "";

const utf8 = new TextEncoder();

const binding = (iv: Uint8Array<ArrayBuffer>, place: string, keyId: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: utf8.encode(`taproom/1/${keyId}/${place}`),
});

function parseKey(pair: string) {
  const [id = "", key = ""] = pair.split(":");
  let imported: Promise<CryptoKey> | undefined;
  return {
    id,
    key: () =>
      (imported ??= crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"])),
  };
}

const base64 = (data: Uint8Array) => btoa(String.fromCharCode(...data));
const bytes = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
