import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** The processes a contestant consists of, by what they do. */
export type Processes = Readonly<Record<string, readonly number[]>>;

/** Linux counts a process' time in hundredths of a second. */
const ticksPerSecond = 100;

/** How many seconds of a core each has taken since it started. A process that has ended counts nothing. */
export function cpuSeconds(processes: Processes): Record<string, number> {
  return Object.fromEntries(
    Object.entries(processes).map(([name, ids]) => [
      name,
      ids.reduce((sum, id) => sum + (statOf(id)?.cpu ?? 0), 0),
    ]),
  );
}

/** How much memory these have now, and at most since `forgetPeaks`; in bytes, by the kernel's own count. */
export function memoryOf(ids: readonly number[]): { readonly now: number; readonly peak: number } {
  const statuses = ids.map((id) => readFileSync(`/proc/${id}/status`, "utf8"));
  const sum = (name: string) =>
    statuses.reduce((total, status) => total + kibibytesIn(status, name) * 1_024, 0);
  return { now: sum("VmRSS"), peak: sum("VmHWM") };
}

/** https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html : 5 sets the peak to what there is now. */
export function forgetPeaks(ids: readonly number[]): void {
  for (const id of ids) writeFileSync(`/proc/${id}/clear_refs`, "5");
}

const kibibytesIn = (status: string, name: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1] ?? Number.NaN);

/** The processes that `parent` has started. */
export function childrenOf(parent: number): number[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.map(Number).filter((id) => statOf(id)?.parent === parent);
}

/** When it was started, in milliseconds since the epoch; Linux knows it to a hundredth of a second. */
export function startedAt(id: number): number {
  const [sinceBoot] = readFileSync("/proc/uptime", "utf8").split(" ");
  const booted = Date.now() - Number(sinceBoot) * 1_000;
  return booted + ((statOf(id)?.started ?? Number.NaN) / ticksPerSecond) * 1_000;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statOf(id: number): { parent: number; cpu: number; started: number } | undefined {
  try {
    // The name of the program stands in brackets and may hold anything.
    const [, fields = ""] = readFileSync(`/proc/${id}/stat`, "utf8").split(/\) (?=[^)]*$)/);
    const [, parent = 0, ...more] = fields.split(" ").map(Number);
    const [user = 0, system = 0, , , , , , , started = 0] = more.slice(9);
    return { parent, cpu: (user + system) / ticksPerSecond, started };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
