/** Coming, going, and looking who is here. */
import type { Person } from "#domain/admin/rights";
import { client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import { forgetDrafts } from "../parts/drafts.ts";
import { arrive, leave, personShown, presence, sessionOver } from "./presence.ts";
import { type Obstacle, readWayBack, type WayBack } from "./way-back.ts";

/** What somebody else was told and has typed here before is not theirs; who comes back finds what they were at. */
function welcome(person: Person): void {
  const isBack = personShown.value?.id === person.id;
  if (!isBack) forgetAll();
  arrive(person);
  if (isBack) void queryClient.invalidateQueries();
}

/** Whether the session still lasts and what it may: rights are changed meanwhile, and one comes and goes in other tabs. */
export async function lookAgain(): Promise<void> {
  try {
    const answer = await client.api.session.$get();
    const { person } = await answer.json();
    if (!isKnownAs(person)) welcome(person);
  } catch (error) {
    // Silence is told by whatever is asked next.
    if (error instanceof Problem && error.status === 401) sessionOver();
  }
}

const isKnownAs = (person: Person) =>
  presence.value.state === "here" && JSON.stringify(presence.value.person) === JSON.stringify(person);

/** Ends the way that somebody was led back on, or looks whose session the browser brings along; throws when nobody answers. */
export async function lookWhoIsHere(): Promise<void> {
  const back = takeWayBack();
  if (back?.is === "telegrams") return signInWithTelegram(back);
  try {
    const answer = await client.api.session.$get();
    welcome((await answer.json()).person);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    leave(back?.why);
  }
}

/** It is good for once, so it does not stay in the address, nor in the browser's history. */
function takeWayBack(): WayBack | undefined {
  const back = readWayBack(globalThis.location);
  if (back) history.replaceState(null, "", "/");
  return back;
}

async function signInWithTelegram({ state, login }: WayBack & { is: "telegrams" }): Promise<void> {
  try {
    const answer = await client.api.session.telegram.$post({ json: { state, login } });
    welcome((await answer.json()).person);
  } catch (error) {
    leave(obstacleOf(error));
  }
}

function obstacleOf(error: unknown): Obstacle {
  const status = error instanceof Problem ? error.status : 0;
  if (status === 403) return "not-let-in";
  return status === 0 || status >= 500 ? "no-answer" : "begin-again";
}

export async function signInWithToken(token: string): Promise<void> {
  const answer = await client.api.session.token.$post({ json: { token } });
  welcome((await answer.json()).person);
}

export async function signInWithPassword(name: string, password: string): Promise<void> {
  const answer = await client.api.session.password.$post({ json: { name, password } });
  welcome((await answer.json()).person);
}

/** Nothing of what was told or typed stays behind for whoever comes next. */
export async function signOut(): Promise<void> {
  await client.api.session.$delete();
  leave();
  forgetAll();
}

function forgetAll(): void {
  queryClient.clear();
  forgetDrafts();
}
