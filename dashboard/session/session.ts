/** Coming, going, and looking who is here. */
import { client } from "../api/client.ts";
import { Problem } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import { arrive, leave } from "./presence.ts";

/** Looks whose session the browser brings along; throws when nobody answers. */
export async function lookWhoIsHere(): Promise<void> {
  try {
    const answer = await client.api.session.$get();
    arrive((await answer.json()).person);
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    leave();
  }
}

export async function signInWithToken(token: string): Promise<void> {
  const answer = await client.api.session.token.$post({ json: { token } });
  arrive((await answer.json()).person);
}

export async function signInWithPassword(name: string, password: string): Promise<void> {
  const answer = await client.api.session.password.$post({ json: { name, password } });
  arrive((await answer.json()).person);
}

/** Nothing of what was told stays behind for whoever comes next. */
export async function signOut(): Promise<void> {
  await client.api.session.$delete();
  leave();
  queryClient.clear();
}
