import { expect } from "vitest";
import type { Crowd, Got, Row } from "./crowd.ts";

interface Allowance {
  /** Who may have it twice, by their ids. */
  readonly doubled?: readonly number[];
  /** Who may still see how far it was. */
  readonly strayed?: readonly number[];
  /** Milliseconds. */
  readonly longest?: number;
}

/** Every update was acknowledged when it was first brought. */
export function expectHeard({ knocks, people }: Crowd): void {
  expect(knocks.map(({ status }) => status)).toEqual(people.map(() => 200));
}

/** The same, and soon: Telegram waits for every answer. */
export function expectHeardSoon(crowd: Crowd): void {
  expectHeard(crowd);
  const slowest = Math.max(...crowd.knocks.map(({ took }) => took));
  expect(slowest, "slowest answer, ms").toBeLessThan(2_000);
}

/** Every request is over, and written down once. */
export async function expectOver(crowd: Crowd, longest?: number): Promise<readonly Row[]> {
  const rows = await crowd.untilOver(longest);
  const asked = crowd.people.map(({ id }) => String(id));
  expect(sorted(rows.map((row) => row.user_id))).toEqual(sorted(asked));
  return rows;
}

/** Everybody has the video, once, and nothing else, but for whoever may have something besides. */
export async function expectAllHaveIt(crowd: Crowd, allowance: Allowance = {}): Promise<readonly Got[]> {
  const { doubled = [], strayed = [], longest } = allowance;
  const rows = await expectOver(crowd, longest);
  expect(rows.filter(({ outcome }) => outcome !== "delivered")).toEqual([]);
  const got = await crowd.untilAllSeeIt(strayed);
  const tooMany = got.filter(({ person, videos }) => videos > (doubled.includes(person.id) ? 2 : 1));
  expect(tooMany.map(({ person, videos }) => `${person.id}: ${videos} videos`)).toEqual([]);
  return got;
}

/** Nobody has a video, and everybody has heard why, once. */
export async function expectAllHear(crowd: Crowd, words: RegExp): Promise<void> {
  await expectOver(crowd);
  const got = await crowd.look();
  expect(got.filter(({ videos }) => videos > 0)).toEqual([]);
  expect(got.map(({ texts }) => texts)).toEqual(got.map(() => [expect.stringMatching(words)]));
}

const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => a.localeCompare(b));
