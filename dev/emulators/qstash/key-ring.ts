import { newId } from "./ids.ts";
import type { SigningKeys } from "./signature.ts";

/** The keys that sign now and next, and their rotation. */
export class KeyRing {
  readonly #first: SigningKeys;
  readonly #random: () => number;
  #keys: SigningKeys;

  constructor(first: SigningKeys, random: () => number) {
    this.#first = first;
    this.#random = random;
    this.#keys = first;
  }

  get keys(): SigningKeys {
    return this.#keys;
  }

  set(keys: SigningKeys): void {
    this.#keys = keys;
  }

  /** The next key becomes the current one, as when somebody clicks "roll" at Upstash. */
  rotate(): SigningKeys {
    this.#keys = { current: this.#keys.next, next: newId("sig", this.#random) };
    return this.#keys;
  }

  forget(): void {
    this.#keys = this.#first;
  }
}
