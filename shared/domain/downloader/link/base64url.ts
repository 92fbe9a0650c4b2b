const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base64url without padding (RFC 4648, 5) of a text of ASCII. */
export function toBase64url(ascii: string): string {
  const bits = [...ascii].map((character) => binary(character.charCodeAt(0), 8)).join("");
  return chunks(bits, 6)
    .map((six) => alphabet.charAt(Number.parseInt(six.padEnd(6, "0"), 2)))
    .join("");
}

/** What was encoded, as a character for each byte; undefined if it is no base64url. */
export function fromBase64url(text: string): string | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const bits = [...text].map((character) => binary(alphabet.indexOf(character), 6)).join("");
  return chunks(bits, 8)
    .filter((eight) => eight.length === 8)
    .map((eight) => String.fromCharCode(Number.parseInt(eight, 2)))
    .join("");
}

const binary = (value: number, digits: number) => value.toString(2).padStart(digits, "0");

const chunks = (text: string, size: number): readonly string[] =>
  text.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
