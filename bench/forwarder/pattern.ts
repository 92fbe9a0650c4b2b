import { matcher, pattern } from "../../shared/domain/forwarder/pattern.ts";
import { percentile } from "../statistics.ts";

/** A regex that kills a backtracking engine, on texts it must look through to the end; in milliseconds of a core. */
export interface PatternTimes {
  readonly find: string;
  readonly characters: number;
  /** The first look of all, with nothing compiled. */
  readonly first: number;
  readonly p50: number;
  readonly max: number;
  /** JavaScript's own engine on so many characters. */
  readonly backtracking: { readonly characters: number; readonly milliseconds: number };
}

const find = "(a+)+$";
const characters = 4_096;
const looks = 200;
/** One more doubles it. */
const endurable = 26;

export function measurePattern(): PatternTimes {
  const wanted = pattern.parse({ find, as: "regex" });
  const [matching, failing] = ["a".repeat(characters), `${"a".repeat(characters - 1)}!`];
  const first = timed(() => matcher(wanted).isIn(failing));
  const times = Array.from({ length: looks }, (_, n) =>
    timed(() => matcher(wanted).all(n % 2 === 0 ? matching : failing)),
  ).toSorted((a, b) => a - b);
  const backtracking = timed(() => new RegExp(find).test(`${"a".repeat(endurable)}!`));
  return {
    find,
    characters,
    first,
    p50: percentile(times, 0.5),
    max: percentile(times, 1),
    backtracking: { characters: endurable + 1, milliseconds: backtracking },
  };
}

/** By the processor's time: whatever else runs on the machine costs this nothing. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
