import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Signs the addresses of files. Whatever is not signed cannot be fetched, nor what is signed for somebody else. */
export class Links {
  readonly #secret = randomBytes(32);

  sign(...parts: readonly (string | number)[]): string {
    const hash = createHmac("sha256", this.#secret).update(parts.join("\n")).digest("hex");
    // The transcript of calls knows it by this form and leaves it out.
    return `sig_${hash.slice(0, 32)}`;
  }

  isSigned(signature: string, ...parts: readonly (string | number)[]): boolean {
    const [given, right] = [signature, this.sign(...parts)].map((text) => Buffer.from(text));
    return (
      given !== undefined &&
      right !== undefined &&
      given.length === right.length &&
      timingSafeEqual(given, right)
    );
  }
}
