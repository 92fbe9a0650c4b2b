import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { startTaproomProcess } from "../taproom-process.ts";
import { spendOnKeg } from "./keg.ts";
import { type Latencies, measureLatency } from "./latency.ts";
import { lines, spendOnQuietLines } from "./quiet-line.ts";
import { measureResumption, type Resumption } from "./resume.ts";
import type { Spending } from "./spending.ts";
import { measureStart, type StartTime } from "./start.ts";

/** What Taproom costs, and how quickly it is there. */
export interface Costs {
  readonly bundle: Pick<Bundle, "raw" | "gzip">;
  readonly start: StartTime;
  /** All of them together. */
  readonly quietLines: Spending & { readonly lines: number };
  readonly keg: Spending;
  readonly latency: Latencies;
  readonly resumption: Resumption;
}

export async function measureCosts(bundle: Bundle, cleanUp: CleanUp): Promise<Costs> {
  const start = await measureStart(bundle, cleanUp);
  const taproom = await startTaproomProcess(bundle);
  const stop = cleanUp.add(() => taproom.stop());
  const quietLines = { ...(await spendOnQuietLines(taproom)), lines };
  const keg = await spendOnKeg(taproom);
  await stop();
  const latency = await measureLatency(bundle, cleanUp);
  const resumption = await measureResumption(bundle, cleanUp);
  const { raw, gzip } = bundle;
  return { bundle: { raw, gzip }, start, quietLines, keg, latency, resumption };
}
