import { Problem } from "../../api/problem.ts";
import { findChatters } from "../../chatters/met.ts";
import { accountOf, type Draft } from "./draft.ts";
import { people } from "./routes.ts";

/** Whoever has a login is known by their id, and whoever signs in with a name gets their password at once. */
export async function letIn(draft: Draft) {
  const who = await whoIs(draft);
  const answer = await change(who.id, { ...draft, name: who.name });
  const { password } = draft;
  if (draft.place === "name")
    await people[":id"].password.$put({ param: { id: who.id }, json: { password } });
  return answer;
}

export const change = (id: string, { name, role, rights }: Draft) =>
  people[":id"].$put({
    param: { id },
    json: { name: name.trim(), role, rights: role === "owner" ? {} : rights },
  });

async function whoIs(draft: Draft): Promise<{ readonly id: string; readonly name: string }> {
  const { place, name } = draft;
  const account = accountOf(draft);
  if (place !== "twitch") return { id: `${place}:${account}`, name };
  const [found] = await findChatters({ logins: [account] });
  if (!found) throw new Problem({ code: "not-found" }, 404);
  return { id: `twitch:${found.id}`, name: found.name };
}
