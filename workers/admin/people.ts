import { iso } from "#kernel/clock";
import { BadInput, Conflict, Missing } from "#kernel/errors";
import { hashPassword } from "#adapters/password";
import type { AdminDO } from "#durable-objects/admin/admin";
import type { Known } from "#durable-objects/admin/people";
import type { Session } from "#durable-objects/admin/sessions";
import { isDone } from "#domain/admin/api/operation";
import { peopleApi } from "#domain/admin/api/people";
import type { Person } from "#domain/admin/rights";
import { type Desk, served } from "./serve.ts";

interface Tools extends Desk {
  readonly admin: DurableObjectStub<AdminDO>;
}

const toolsOf = (desk: Desk): Tools => ({ ...desk, admin: desk.env.ADMIN.getByName("admin") });

/** Who may come in, and who is in. */
export const peopleOperations = served(peopleApi, toolsOf, {
  list: async (_, { admin }) => ({ items: (await people(admin)).map(shown) }),
  async put({ inPath: { id }, body }, { admin, note }) {
    note({ before: standing(await find(admin, id)) });
    if (!(await admin.put({ id, ...body }))) throw lastOwner();
    return shown(await find(admin, id).then(needed(id)));
  },
  async remove({ inPath: { id } }, { admin, note }) {
    note({ before: standing(needed(id)(await find(admin, id))) });
    if (!(await admin.remove(id))) throw lastOwner();
    return isDone;
  },
  async setPassword({ inPath: { id }, body: { password } }, { admin }) {
    const { name } = needed(id)(await find(admin, id));
    if (!id.startsWith("name:"))
      throw new BadInput("Whoever comes in over Twitch or Telegram needs no password");
    if (password.toLowerCase().includes(name.toLowerCase()))
      throw new BadInput("The password contains the name: it is the first that is guessed");
    await admin.setPassword(id, await hashPassword(password));
    return isDone;
  },
  async removePassword({ inPath: { id } }, { admin }) {
    needed(id)(await find(admin, id));
    await admin.setPassword(id, undefined);
    return isDone;
  },
  async sessions(_, { admin, who, caller }) {
    const names = new Map((await people(admin)).map(({ id, name }) => [id, name]));
    const open = await visible(admin, who);
    return { items: open.map((each) => shownSession(each, names, caller?.session?.session)) };
  },
  async endSession({ inPath: { id } }, { admin, who, note }) {
    const found = (await visible(admin, who)).find(({ key }) => shortOf(key) === id);
    if (!found) throw new Missing(`There is no session ${id}, or it is not yours`);
    note({ before: { person: found.person, way: found.way } });
    await admin.end(found.key);
    return isDone;
  },
});

// The casts: RPC's types lose what an answer is made of.
const people = async (admin: Tools["admin"]) => (await admin.people()) as Known[];
const find = async (admin: Tools["admin"], id: string) =>
  (await people(admin)).find((each) => each.id === id);

const needed = (id: string) => (known: Known | undefined) => {
  if (!known) throw new Missing(`Nobody is known as ${id}`);
  return known;
};

/** What an owner decides about somebody. */
const standing = (known: Known | undefined) =>
  known && { name: known.name, role: known.role, rights: known.rights };

async function visible(admin: Tools["admin"], { id, role }: Person): Promise<readonly Session[]> {
  const sessions = (await admin.sessions()) as Session[];
  return role === "owner" ? sessions : sessions.filter(({ person }) => person === id);
}

const lastOwner = () =>
  new Conflict("Nobody would be left who may everything: make somebody else an owner first", {
    reason: { code: "last-owner" },
  });

const shown = ({ addedAt, seenAt, ...known }: Known) => ({
  ...known,
  addedAt: iso(addedAt),
  ...(seenAt !== undefined && { seenAt: iso(seenAt) }),
});

/** Enough of a session's hash to tell it from the others. */
const shortOf = (key: string) => key.slice(0, 24);

const shownSession = (
  { key, begunAt, usedAt, ...session }: Session,
  names: ReadonlyMap<string, string>,
  current: string | undefined,
) => ({
  ...session,
  id: shortOf(key),
  name: names.get(session.person) ?? session.person,
  begunAt: iso(begunAt),
  usedAt: iso(usedAt),
  isThis: key === current,
});
