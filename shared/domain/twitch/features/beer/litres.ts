import { visible } from "#domain/twitch/visible";
import type { BeerSettings } from "./settings.ts";

const mostLitres = 20;

/**
 * How many litres somebody dares: the first word, if it is made of the digits 0 to 9 and nothing else.
 * Nobody drinks nothing, and nobody more than twenty. undefined: that was no number.
 */
export function litresIn(input: string): number | undefined {
  const [word = ""] = visible(input).split(/\s/);
  return /^[0-9]+$/.test(word) ? Math.min(Math.max(Number(word), 1), mostLitres) : undefined;
}

/** The chance to drink so many litres, in percent. */
export function chanceOf(litres: number, settings: BeerSettings): number {
  const { chancePercent, steepness, leastChancePercent } = settings;
  const left = 1 - (litres - 2) / (mostLitres - 1);
  const chance = Math.round(chancePercent * left ** steepness);
  return Math.min(Math.max(chance, leastChancePercent), 100);
}

export const bands = ["modest", "solid", "heroic", "legendary"] as const;
/** How much that is: up to 5, 10, 15 or 20 litres. */
export type Band = (typeof bands)[number];

export function bandOf(litres: number): Band {
  if (litres <= 5) return "modest";
  if (litres <= 10) return "solid";
  return litres <= 15 ? "heroic" : "legendary";
}
