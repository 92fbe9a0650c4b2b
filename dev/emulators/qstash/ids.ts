const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Such as `msg_26hZCxZCuWyyTWPmSVBrNB`; `random` gives 0…1. */
export function newId(prefix: "msg" | "scd" | "dlq" | "jwt" | "sig", random: () => number): string {
  const letter = () => letters[Math.floor(random() * letters.length)] ?? "1";
  return `${prefix}_${Array.from({ length: 22 }, letter).join("")}`;
}
