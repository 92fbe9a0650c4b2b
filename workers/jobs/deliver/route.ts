import { type Clock, instant } from "#kernel/clock";
import { forwarderConfig } from "#kernel/config";
import { isSignedByQStash } from "#adapters/qstash";
import { door } from "../../door.ts";
import { Shift } from "./shift.ts";

const clock: Clock = () => instant(Date.now());

/**
 * QStash calls a worker. Whatever comes of each job is written down; 204 says that this worker has gone, and nothing more.
 * Should it be killed, QStash brings the call again, and whoever comes then knows that the first one is dead.
 */
export const deliverJob = door().post("/", async (c) => {
  const config = forwarderConfig(c.var.config);
  const body = await c.req.text();
  const signature = c.req.header("upstash-signature") ?? "";
  if (!(await isSignedByQStash(config, { name: "deliver" }, { signature, body })))
    return c.text("The signature does not fit", 401);
  const call = c.req.header("upstash-message-id") ?? crypto.randomUUID();
  const retried = Number(c.req.header("upstash-retried") ?? 0);
  await new Shift({ env: c.env, config, log: c.var.log, clock }, { call, retried }).work();
  return c.body(null, 204);
});
