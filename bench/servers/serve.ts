import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a server can be asked by its runner. */
export type Answers = Readonly<Record<string, () => unknown>>;

/** Lets an HTTP server of the bench run under its runner: tells where it listens, and counts when asked. */
export function serve(
  server: Server,
  { path, count }: { path: string; count?: () => Promise<number> },
): void {
  server.once("listening", () => {
    const { port } = server.address() as AddressInfo;
    obey({ url: `http://127.0.0.1:${port}${path}` }, count ? { count } : {}, () => {});
  });
}

/** Tells the runner what there is, answers its questions, and ends with it, however that ended. */
export function obey(told: object, answers: Answers, end: () => unknown): void {
  process.on("message", async (question: string) => process.send?.(await answers[question]?.()));
  const endWithRunner = async () => {
    await end();
    process.exit();
  };
  process.on("disconnect", endWithRunner);
  // The runner may have gone while this server was starting.
  if (process.connected) process.send?.(told);
  else void endWithRunner();
}
