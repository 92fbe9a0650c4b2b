/** `npx taproom channels …` */
import { type Asking, asking, group, print, table } from "../command.ts";
import { type Listed, listed } from "../listed.ts";
import { leftSomethingOut, Mistake } from "../mistake.ts";
import { askProduct } from "../product.ts";

interface Chat {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly username?: string;
  readonly isProtected: boolean;
  readonly access: { readonly canRead: boolean; readonly canPost: boolean };
  readonly trouble?: string;
}

const api = "/api/forwarder/chats";

export const channels = group("channels", "the chats that the bot knows", [
  asking("list", "shows them by title")
    .option("--search <words>", "in titles and @names, or an id")
    .option("--limit <number>", "how many at most", "50")
    .action(list),
  asking("add", "looks for chats, and notes what the bot may do there")
    .argument("<chats...>", "@name, t.me link or id")
    .action(add),
  asking("check", "looks at chats again; without one at all of them").argument("[ids...]").action(check),
]);

interface Wanted extends Asking {
  readonly search?: string;
  readonly limit: string;
}

interface Found extends Listed<Chat> {
  readonly total: number;
}

async function list({ search, limit, ...asked }: Wanted): Promise<void> {
  const query = search === undefined ? {} : { search };
  print(asked, await listed<Found>(asked, api, query, Number(limit)), ({ items, total }) =>
    [table([head, ...items.map(row)]), `${items.length} of ${total} chats`].join("\n"),
  );
}

const head = ["ID", "TYPE", "READS", "POSTS", "TITLE", "TROUBLE"];
const row = ({ id, type, access, title, username, trouble }: Chat) => [
  id,
  type,
  access.canRead ? "yes" : "no",
  access.canPost ? "yes" : "no",
  username ? `${title} (@${username})` : title,
  trouble,
];

async function add(chats: readonly string[], asked: Asking): Promise<void> {
  const found: Chat[] = [];
  for (const chat of chats) found.push((await askProduct<{ chat: Chat }>(asked, "POST", api, { chat })).chat);
  print(asked, { items: found }, ({ items }) => table([head, ...items.map(row)]));
}

async function check(named: readonly string[], asked: Asking): Promise<void> {
  const ids = named.length > 0 ? named : (await listed<Found>(asked, api, {})).items.map(({ id }) => id);
  const items: Chat[] = [];
  const failed: { readonly id: string; readonly why: string }[] = [];
  for (const id of ids) {
    try {
      items.push(await askProduct<Chat>(asked, "POST", `${api}/${encodeURIComponent(id)}/check`));
    } catch (error) {
      if (!(error instanceof Mistake) || named.length === 1) throw error;
      failed.push({ id, why: error.message });
    }
  }
  print(asked, { items, failed }, () =>
    [table([head, ...items.map(row)]), ...failed.map(({ id, why }) => `${id}: ${why}`)].join("\n"),
  );
  if (failed.length > 0 || items.some(({ trouble }) => trouble)) leftSomethingOut();
}
