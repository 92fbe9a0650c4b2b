import type { SourceScript } from "../../tests/faults/forwarder/script.ts";
import { sourceChat, targetChat } from "../../tests/faults/forwarder/storm.ts";
import { startServerProcess } from "../server-process.ts";

const program = new URL("../servers/naive-forwarder.ts", import.meta.url);

/** A bot that copies at once, in a process of its own, which takes the forwarder's place at Telegram. */
export async function startNaiveBot(world: string, script: readonly SourceScript[]) {
  const routes = Object.fromEntries(
    script.map(({ source, targets }) => [sourceChat(source), targets.map(targetChat)]),
  );
  const start = () =>
    startServerProcess<{ readonly url: string }>(program, {
      BENCH_WORLD: world,
      BENCH_ROUTES: JSON.stringify(routes),
    });
  let bot = await start();
  return {
    /** Dies as in a power cut, and is there again as soon as it can be. */
    restart: async () => {
      process.kill(bot.id, "SIGKILL");
      bot = await start();
    },
    stop: () => bot.stop(),
  };
}
