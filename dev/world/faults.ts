/**
 * Faults: what goes wrong on the way out, and how often.
 * Everything here is a question about plain values, so that a fault test can trust it.
 */
import * as z from "zod";

const faultSchema = z.strictObject({
  service: z.string(),
  host: z.string().optional(),
  /** A part of the path, such as `/moderation/bans`. */
  path: z.string().optional(),
  method: z.string().optional(),
  /** Only calls about this Twitch channel or Telegram chat: faults of several stories do not meet. */
  channel: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  /** Seconds, or from how many to how many: an answer 429 that says so as its service does. */
  retryAfter: z
    .union([z.int().min(1), z.tuple([z.int().min(1), z.int().min(1)]).refine(([from, to]) => from <= to)])
    .optional(),
  delayMs: z.number().min(0).optional(),
  reset: z.boolean().optional(),
  blackhole: z.boolean().optional(),
  /** The service does its work first and the answer is lost: "sent or not?" stays open for the caller. */
  late: z.boolean().optional(),
  times: z.int().min(1).optional(),
  share: z.number().min(0).max(1).optional(),
});

export type FaultRequest = z.infer<typeof faultSchema>;
export type Fault = FaultRequest & { readonly id: string };

/** What a fault looks at in an outbound call. */
export interface Target {
  readonly service: string;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  /** The Twitch channel or Telegram chat the call is about, where it is about one. */
  readonly channel?: string | undefined;
}

/** Throws a readable `ZodError` for anything that is not a fault. */
export function parseFault(input: unknown): FaultRequest {
  return faultSchema.parse(input);
}

export function concerns(fault: FaultRequest, target: Target): boolean {
  return (
    fault.service === target.service &&
    (fault.host === undefined || fault.host === target.host) &&
    (fault.path === undefined || target.path.includes(fault.path)) &&
    (fault.method === undefined || fault.method.toUpperCase() === target.method) &&
    (fault.channel === undefined || fault.channel === target.channel)
  );
}

/** The refusal a fault asks for; nothing where the service answers itself. `headers` say how long to wait. */
export function refusalOf(
  { status, headers = {}, retryAfter }: FaultRequest,
  random: () => number,
): { readonly status: number; readonly headers: Readonly<Record<string, string>> } | undefined {
  if (retryAfter === undefined) return status === undefined ? undefined : { status, headers };
  const [from, to] = typeof retryAfter === "number" ? [retryAfter, retryAfter] : retryAfter;
  const seconds = from + Math.floor(random() * (to - from + 1));
  return { status: status ?? 429, headers: { ...headers, "Retry-After": String(seconds) } };
}

/** The oldest fault that hits this call, and the faults that are left after it. */
export function strike(
  faults: readonly Fault[],
  target: Target,
  random: () => number,
): { readonly fault: Fault | undefined; readonly left: readonly Fault[] } {
  // Chance is drawn only for faults that concern the call: other calls must not disturb a seeded test.
  const fault = faults.find((each) => concerns(each, target) && random() < (each.share ?? 1));
  return { fault, left: fault ? faults.flatMap((each) => (each === fault ? spend(each) : each)) : faults };
}

function spend(fault: Fault): Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
