import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPage } from "../../dev/build-page.ts";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { acceptRefunds, startTaproomProcess } from "../taproom-process.ts";
import { startBrowser } from "./browser.ts";
import { type FirstLoad, measureFirstLoad } from "./first-load.ts";
import { countFollowers, type Followed } from "./followers.ts";
import { type LogLines, measureLogLines } from "./log-lines.ts";

/** The dashboard in a real browser, and the live log behind it. */
export interface PageMeasured {
  readonly firstLoad: FirstLoad;
  readonly logLines: LogLines;
  readonly followed: Followed;
}

export async function measurePage(bundle: Bundle, cleanUp: CleanUp): Promise<PageMeasured> {
  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-page-"));
  cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  const page = join(folder, "page");
  await buildPage(page);
  const taproom = await startTaproomProcess(bundle, { page });
  const stop = cleanUp.add(() => taproom.stop());
  const browser = await startBrowser(cleanUp);
  const firstLoad = await measureFirstLoad(browser, taproom.origin);
  const logLines = await measureLogLines(browser, taproom.origin);
  await stop();
  // The meter costs time, so it stands before nothing that is timed.
  const metered = await startTaproomProcess(bundle, { metered: true });
  const stopMetered = cleanUp.add(() => metered.stop());
  await acceptRefunds(metered);
  const followed = await countFollowers(metered);
  await stopMetered();
  return { firstLoad, logLines, followed };
}
