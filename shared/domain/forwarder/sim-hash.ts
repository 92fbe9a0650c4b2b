import { type Post, wholeText } from "./post.ts";
import { canonical } from "./prints.ts";

/** So many words at a time: fewer forget their order, of more each changes with every word. */
const shingle = 3;

/** Texts of fewer words are alike by chance, such as captions below different photos. */
const leastWords = 8;

/** The SimHash of what a post says; undefined: too few words to compare it by. */
export function nearHashOf(post: Post): string | undefined {
  const said = wholeText(post);
  return wordsOf(said).length < leastWords ? undefined : simHash(said);
}

/**
 * 64 bits as 16 hexadecimal digits: almost equal texts differ in few. Each three words in a row vote for every bit.
 * Charikar, "Similarity Estimation Techniques from Rounding Algorithms", 2002.
 */
export function simHash(text: string): string {
  const votes = new Int32Array(64);
  for (const each of shinglesOf(wordsOf(text))) {
    const [low, high] = hash(each);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  return hex(votes.subarray(32)) + hex(votes.subarray(0, 32));
}

/** In how many of their 64 bits two hashes differ. */
export const bitsApart = (left: string, right: string): number =>
  (BigInt(`0x${left}`) ^ BigInt(`0x${right}`)).toString(2).replaceAll("0", "").length;

const hex = (votes: Int32Array): string =>
  votes
    .reduce((bits, vote, bit) => bits + (vote > 0 ? 2 ** bit : 0), 0)
    .toString(16)
    .padStart(8, "0");

const wordsOf = (text: string): readonly string[] => canonical(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const shinglesOf = (words: readonly string[]): readonly string[] =>
  words.length <= shingle
    ? [words.join(" ")]
    : words.slice(shingle - 1).map((_, at) => words.slice(at, at + shingle).join(" "));

/** Two halves of 32 bits, each well mixed; nobody has to be unable to foresee them. */
function hash(text: string): readonly [number, number] {
  let low = 0x81_1c_9d_c5;
  let high = 0x9e_37_79_b9;
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01_00_01_93);
    high = Math.imul(high ^ text.charCodeAt(at), 0x5b_d1_e9_95);
  }
  return [mixed(low), mixed(high)];
}

/** Murmur3's last step: every bit comes to depend on every other. */
function mixed(hashed: number): number {
  const once = Math.imul(hashed ^ (hashed >>> 16), 0x85_eb_ca_6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2_b2_ae_35);
  return twice ^ (twice >>> 16);
}
