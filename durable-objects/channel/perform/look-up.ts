import { getUsers } from "#adapters/helix/users";
import { type Chatter, isLogin } from "#domain/twitch/chatter";
import type { Effect } from "#domain/twitch/effect";
import type { Errand } from "../outbox.ts";
import type { Presence } from "../presence.ts";
import { afterFailure, type Means, type Performed, type Performer, soon } from "./performed.ts";

export interface LookingUp extends Means {
  readonly presence: Presence;
}

/** Finds people on Twitch. A name in other letters than a login has can only be that of somebody who wrote lately. */
export const lookingUp =
  (how: LookingUp): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => lookUpOnce(how, errand)));

async function lookUpOnce(how: LookingUp, errand: Errand): Promise<Performed> {
  const { clock, random } = how;
  const { people, staleAt } = lookUp(errand);
  const unknown = { to: "look-up", people, found: undefined } as const;
  if (clock() > staleAt) return { is: "dropped", why: "Twitch did not tell who that is", answer: unknown };
  try {
    return { is: "done", answer: { to: "look-up", people, found: await found(how, lookUp(errand)) } };
  } catch (error) {
    const performed = afterFailure(error, errand, { now: clock(), random, until: staleAt, atMost: soon });
    return performed.is === "given-up" ? { is: "dropped", why: performed.why, answer: unknown } : performed;
  }
}

async function found(
  { access, clock, presence }: LookingUp,
  { people, by }: Effect & { do: "look-up" },
): Promise<Chatter[]> {
  if (by === "id") return people.length === 0 ? [] : getUsers(access, "id", people);
  const here = people.flatMap((name) => presence.named(name, clock()) ?? []);
  const others = people
    .map((name) => name.toLowerCase())
    .filter((name) => isLogin(name) && !here.some((chatter) => chatter.login === name));
  return others.length === 0 ? here : [...here, ...(await getUsers(access, "login", others))];
}

// The cast: the lane of this kind holds nothing else.
const lookUp = ({ effect }: Errand) => effect as Effect & { do: "look-up" };
