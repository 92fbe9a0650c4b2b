import * as z from "zod";

const tickets = z.int().min(0).max(1_000);

/** What a channel may change about its beer challenge. From 1 to 20 litres it is always: the table is made for these. */
export const beerSettings = z.strictObject({
  /** The chance to drink two litres; one litre is a little easier, and every further one is harder. */
  chancePercent: z.number().min(0).max(100).default(70),
  /** How the chance falls from there: 1 is a straight line, more falls faster at first. */
  steepness: z.number().min(0.1).max(10).default(1.1),
  /** However many litres, this much hope is left. */
  leastChancePercent: z.int().min(0).max(100).default(1),
  /** Tickets won with up to 5, 10, 15 and 20 litres. */
  tickets: z.tuple([tickets, tickets, tickets, tickets]).default([1, 2, 3, 5]),
  /** How long whoever took on too much sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(60),
});

export type BeerSettings = z.infer<typeof beerSettings>;
