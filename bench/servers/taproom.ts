/**
 * Taproom and the world around it. workerd is a process of its own and this one is the world, so that what each of
 * them costs can be told apart.
 */
import { readBundle } from "../../dev/bundle.ts";
import { readDevEnvironment } from "../../dev/environment.ts";
import { startTaproom } from "../../dev/taproom.ts";
import { childrenOf } from "../processes.ts";
import { obey } from "./serve.ts";

export interface TaproomTold {
  /** The Worker's own socket. */
  readonly direct: string;
  /** The Worker behind Miniflare's entry. */
  readonly origin: string;
  readonly world: string;
}

const { BENCH_BUNDLE = "", BENCH_DATA = "" } = process.env;
let restartedAt = 0;

const { url, world, runtime, close } = await startTaproom({
  // Nothing of the runner's own environment: every run has the same settings.
  environment: readDevEnvironment({ TAPROOM_PORT: "0", TAPROOM_WORLD_PORT: "0", TAPROOM_DATA: BENCH_DATA }),
  modules: await readBundle(BENCH_BUNDLE),
  directPort: 0,
  onRestart: () => {
    restartedAt = Date.now();
  },
});
const told: TaproomTold = { direct: await runtime.directUrl(), origin: url, world: world.url };
obey(told, { workerd: () => childrenOf(process.pid), restartedAt: () => restartedAt }, close);
