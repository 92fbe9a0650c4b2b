import * as z from "zod";

const word = z
  .string()
  .transform((written) => written.trim().toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}_]{1,50}$/u, "wants one word of letters, digits and _"));

const own = z.string().trim().min(1).max(300);

/** Words that are dangerous to say together. */
export const collectorSet = z.strictObject({
  /** Tells the sets apart. `gnome` and `applecatpanik` have announcements of their own. */
  name: z.string().regex(/^[\p{L}\p{N}_-]{1,30}$/u, "wants up to 30 letters, digits, _ and -"),
  /** Any of these, as a whole word or an emote, in any letter case. */
  words: z.array(word).min(1).max(50),
  /** So many different people have to say one. */
  peopleNeeded: z.int().min(1).max(50).default(3),
  /** All is forgotten when for so long nobody new has said one. */
  windowSeconds: z.int().min(1).max(86_400).default(300),
  /** How long the one who is caught sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(60),
  /** What is said instead of the usual words; {viewer} stands for whoever is caught. */
  announcement: own.optional(),
  /** What Twitch shows as the reason of the timeout, instead of the usual words. */
  reason: own.optional(),
});

export type CollectorSet = z.infer<typeof collectorSet>;

/** What a channel may change about its collectors. */
export const collectorsSettings = z.strictObject({
  /** Every set there is: whoever adds one names the others too. */
  sets: z
    .array(collectorSet)
    .max(20)
    .refine(haveNamesOfTheirOwn, "two sets have the same name")
    .prefault([
      { name: "gnome", words: ["gnome", "aimlulgnom", "gnomerge"] },
      { name: "applecatpanik", words: ["applecatpanik", "applecatgun", "applecatrun"] },
    ]),
  /** Whoever was counted is not counted again, in any set, for so long. */
  userCooldownSeconds: z.int().min(0).max(3_600).default(30),
});

export type CollectorsSettings = z.infer<typeof collectorsSettings>;

function haveNamesOfTheirOwn(sets: readonly { readonly name: string }[]): boolean {
  return new Set(sets.map(({ name }) => name)).size === sets.length;
}
