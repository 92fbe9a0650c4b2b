import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { isAtRest, spendingOn } from "../costs/spending.ts";
import { acknowledged, type LegResult } from "../load/load.ts";
import { preparePacedLoad } from "../load/paced-load.ts";
import { viewer } from "../notifications.ts";
import { cpuSeconds } from "../processes.ts";
import { percentile } from "../statistics.ts";
import { acceptRefunds, startTaproomProcess, statusOf, type TaproomProcess } from "../taproom-process.ts";
import { type Call, lateness, type Moment } from "./keg-lateness.ts";
import { redeemAllTheWhile, type Redeemed } from "./redemptions.ts";

export interface ChatLoadOptions {
  /** Chat lines a second, of one channel. */
  readonly perSecond: number;
  /** How long a keg and redemptions come beside them. */
  readonly seconds: number;
}

/** What became of a channel whose chat does not stop for breath. */
export interface ChatLoad {
  /** Lines and nothing else. */
  readonly alone: { readonly lines: LegResult; readonly rows: number };
  /** The same beside a keg and redemptions. */
  readonly beside: {
    readonly lines: LegResult;
    /** Everything the room wrote, for whatever reason. */
    readonly rows: number;
    /** Lines the room has counted, of those it acknowledged in both legs. */
    readonly counted: number;
    readonly workerdCores: number;
  };
  readonly keg: readonly Moment[];
  readonly redemptions: {
    readonly acknowledged: number;
    readonly refused: number;
    /** Acknowledged, and not in the ledger. */
    readonly lost: number;
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  };
}

const connections = 64;
const redemptionsPerSecond = 2;
const channel = "1001";
/** Their lines are heard before anything is measured. */
const warmUpSeconds = 3;
const inChat = 60;

export async function measureChatLoad(
  bundle: Bundle,
  cleanUp: CleanUp,
  { perSecond, seconds }: ChatLoadOptions,
): Promise<ChatLoad> {
  const taproom = await startTaproomProcess(bundle);
  const stop = cleanUp.add(() => taproom.stop());
  const { door } = taproom;
  const chat = (length: number) => preparePacedLoad({ url: door, perSecond, seconds: length, connections });
  // The keg bursts while everybody still talks: what it says then belongs to the measurement.
  const fuseSeconds = Math.max(5, Math.floor(seconds * 0.8));
  await prepare(taproom, fuseSeconds);
  await (await chat(warmUpSeconds)).ride();
  const quietBefore = await quietLines(taproom);

  const first = await chat(Math.max(2, Math.floor(seconds / 6)));
  const alone = await spent(taproom, () => first.ride());

  const second = await chat(seconds);
  const pace = { perSecond: redemptionsPerSecond, seconds };
  const since = Date.now();
  const cpu = await busy(taproom);
  const { result, rows } = await spent(taproom, async () => {
    const [lines, redeemed] = await Promise.all([second.ride(), redeemAllTheWhile(door, pace)]);
    return { lines, redeemed, cpu: (await busy(taproom)) - cpu };
  });
  const { lines, redeemed } = result;
  const calls = await taproom.askWorld<readonly Call[]>(
    `/calls?service=twitch&channel=${channel}&since=${since}`,
  );
  const counted = (await quietLines(taproom)) - quietBefore;
  const redemptions = await checkLedger(taproom, redeemed);
  await stop();
  return {
    alone: { lines: alone.result, rows: alone.rows },
    beside: { lines, rows, counted, workerdCores: result.cpu / lines.seconds },
    keg: lateness(calls, fuseSeconds),
    redemptions,
  };
}

/** How many lines of both legs the room does not know of. */
export const linesLost = ({ alone, beside }: ChatLoad): number =>
  acknowledged(alone.lines) + acknowledged(beside.lines) - beside.counted;

async function prepare(taproom: TaproomProcess, fuseSeconds: number): Promise<void> {
  await acceptRefunds(taproom);
  // More boars than will come, so that the keg keeps asking for them, and bursts.
  await taproom.askProduct(`/api/channels/${channel}/settings`, { keg: { fuseSeconds, boarsNeeded: 100 } });
  const chatters = Array.from({ length: inChat }, (_, n) => ({ ...viewer(n), roles: [] }));
  await taproom.askWorld("/twitch/chatters", { chatters });
}

/** What came of a story, and the rows it took until the room was at rest. */
async function spent<Result>(taproom: TaproomProcess, story: () => Promise<Result>) {
  let result: Result | undefined;
  const { rows } = await spendingOn(
    taproom,
    async () => {
      result = await story();
    },
    isAtRest,
  );
  return { result: result as Result, rows };
}

const quietLines = async (taproom: TaproomProcess) => (await statusOf(taproom)).counts["quiet"] ?? 0;

async function busy(taproom: TaproomProcess): Promise<number> {
  return cpuSeconds({ workerd: await taproom.workerd() })["workerd"] ?? 0;
}

async function checkLedger(taproom: TaproomProcess, { acknowledged: ids, refused, latencies }: Redeemed) {
  const path = `/api/channels/${channel}/redemptions?limit=1000`;
  const { items } = await taproom.askProduct<{ readonly items: readonly { readonly id: string }[] }>(path);
  const known = new Set(items.map(({ id }) => id));
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    acknowledged: ids.length,
    refused,
    lost: ids.filter((id) => !known.has(id)).length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  };
}
