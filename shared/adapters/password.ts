import { scrypt, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import { type ScryptHash, scryptParameters } from "#domain/admin/password";

const hashLength = 32;
const saltLength = 16;

/** Costs 150 ms of CPU: RFC 7914. */
export async function hashPassword(password: string): Promise<ScryptHash> {
  const salt = crypto.getRandomValues(new Uint8Array(saltLength));
  const hash = await derived(password, salt, scryptParameters);
  return {
    scheme: "scrypt",
    ...scryptParameters,
    salt: Buffer.from(salt).toString("base64"),
    hash: hash.toString("base64"),
  };
}

/** Whether it is the one; `undefined`, for nobody has one, costs the same time and is never so. */
export async function isPassword(password: string, known: ScryptHash | undefined): Promise<boolean> {
  const { salt, hash, ...parameters } = known ?? nobodys;
  const found = await derived(password, Buffer.from(salt, "base64"), parameters);
  const isSame = timingSafeEqual(found, Buffer.from(hash, "base64"));
  return isSame && known !== undefined;
}

const nobodys: ScryptHash = {
  scheme: "scrypt",
  ...scryptParameters,
  salt: Buffer.alloc(saltLength).toString("base64"),
  hash: Buffer.alloc(hashLength).toString("base64"),
};

/** The same letters typed on another keyboard are the same password: NFKC, as NIST SP 800-63B 3.1.1.2 advises. */
const derived = (password: string, salt: Uint8Array, { n, r, p }: { n: number; r: number; p: number }) =>
  new Promise<Buffer>((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 2 * 128 * n * r };
    scrypt(password.normalize("NFKC"), salt, hashLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
