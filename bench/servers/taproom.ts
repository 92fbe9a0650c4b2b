/**
 * Taproom and the world around it. workerd is a process of its own and this one is the world, so that what each of
 * them costs can be told apart.
 */
import { readBundle } from "../../dev/bundle.ts";
import { readDevEnvironment } from "../../dev/environment.ts";
import { signIn } from "../../dev/sign-in.ts";
import { startTaproom } from "../../dev/taproom.ts";
import { meteredModules } from "../meter/metered-modules.ts";
import { personOf } from "../people.ts";
import { childrenOf } from "../processes.ts";
import { obey } from "./serve.ts";

export interface TaproomTold {
  /** The Worker's own socket. */
  readonly direct: string;
  /** The Worker behind Miniflare's entry. */
  readonly origin: string;
  readonly world: string;
  /** Those connected besides the embedded one. */
  readonly channels: readonly string[];
}

const {
  BENCH_BUNDLE = "",
  BENCH_DATA = "",
  BENCH_CHANNELS,
  BENCH_PEOPLE,
  BENCH_METER,
  BENCH_PAGE,
} = process.env;
// Nothing of the runner's own environment: every run has the same settings.
const environment = readDevEnvironment({
  TAPROOM_PORT: "0",
  TAPROOM_WORLD_PORT: "0",
  TAPROOM_DATA: BENCH_DATA,
});
const bundle = await readBundle(BENCH_BUNDLE);
const { url, world, runtime, close } = await startTaproom({
  environment,
  modules: BENCH_METER === "yes" ? await meteredModules(bundle) : bundle,
  // A bot cannot begin a conversation: whoever is to be answered has written before.
  telegram: { acquaintances: Array.from({ length: Number(BENCH_PEOPLE) }, (_, n) => personOf(n)) },
  // Looking whether it is at rest yet is asking often.
  bindings: { API_CALLS_PER_MINUTE: "1000000" },
  directPort: 0,
  ...(BENCH_PAGE && { pageFolder: BENCH_PAGE }),
  onLog: tellTrouble,
});

const channels = Array.from({ length: Number(BENCH_CHANNELS) }, (_, n) => String(3_001 + n));
const { adminToken } = environment;
const signingIn = { origin: url, adminToken, world: (request: Request) => world.fetch(request) };
for (const channel of channels) await signIn(signingIn, "broadcaster", channel);

const told: TaproomTold = { direct: await runtime.directUrl(), origin: url, world: world.url, channels };
obey(told, { workerd: () => childrenOf(process.pid) }, close);

/** What the Worker logs as an error has no place in a bench that goes well. */
function tellTrouble(line: string): void {
  if (line.includes('"level":"error"')) console.error(line);
}
