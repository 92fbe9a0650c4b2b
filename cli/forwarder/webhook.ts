/** `npx taproom webhook …` */
import { type Asking, asking, group, print } from "../command.ts";
import { leftSomethingOut } from "../mistake.ts";
import { askProduct } from "../product.ts";

const api = "/api/forwarder";

export const webhook = group("webhook", "where Telegram brings what the forwarder hears", [
  asking("set", "tells Telegram where the bot is to be found and what it understands").action(set),
  asking("info", "what Telegram knows of it").action(info),
  asking("delete", "takes it away: nothing is brought any more").action(remove),
]);

interface SetUp {
  readonly bot: string;
  readonly webhook: string;
  readonly problems: readonly string[];
}

async function set(asked: Asking): Promise<void> {
  const done = await askProduct<SetUp>(asked, "POST", `${api}/setup`);
  print(asked, done, ({ bot, webhook: at, problems }) =>
    [`@${bot} is found at ${at}`, ...problems].join("\n"),
  );
  if (done.problems.length > 0) leftSomethingOut();
}

interface Info {
  readonly url: string;
  readonly isOurs: boolean;
  readonly pendingUpdates: number;
  readonly lastErrorAt?: string;
  readonly lastError?: string;
}

async function info(asked: Asking): Promise<void> {
  print(asked, await askProduct<Info>(asked, "GET", `${api}/webhook`), (told) =>
    [
      told.url ? `${told.url}${told.isOurs ? "" : ", which is not this Taproom"}` : "There is none",
      `${told.pendingUpdates} updates wait at Telegram`,
      ...(told.lastError ? [`The last error, ${told.lastErrorAt}: ${told.lastError}`] : []),
    ].join("\n"),
  );
}

async function remove(asked: Asking): Promise<void> {
  print(asked, await askProduct<object>(asked, "DELETE", `${api}/webhook`), () => "There is none any more");
}
