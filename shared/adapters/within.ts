import type { Millis } from "#kernel/clock";
import { TaproomError } from "#kernel/errors";

/** It takes longer than whoever asks can wait. What was asked may be done all the same. */
export class TooSlow extends TaproomError<"too-slow"> {
  readonly code = "too-slow";
  readonly retry = true;
}

/** Waits no longer than this. Throws TooSlow, and what the work throws. */
export async function within<T>(patience: Millis, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new TooSlow(`There was no answer within ${patience / 1_000} s`)),
    patience,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
