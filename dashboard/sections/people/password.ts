import { leastPasswordLength } from "#domain/admin/password";

/** Letters and digits that nobody takes for one another when they are read out. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** A hundred bits, in groups that can be read out. */
export const newPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => letters[byte % letters.length]).join(""),
  ).join("-");

/** What Taproom would refuse it for. */
export function faultOf(password: string, name: string): "short" | "has-name" | undefined {
  if (password.length < leastPasswordLength) return "short";
  return name !== "" && password.toLowerCase().includes(name.toLowerCase()) ? "has-name" : undefined;
}
