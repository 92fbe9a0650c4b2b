import type { ComponentChildren } from "preact";
import { Empty } from "../../parts/empty.tsx";
import { say } from "./words.ts";

interface PartProps<Value> {
  /** Undefined: whoever knows it did not answer in time. */
  readonly of: Value | undefined;
  readonly children: (value: Value) => ComponentChildren;
}

/** A part of the house that may not have answered; the others are shown all the same. */
export function Part<Value>({ of, children }: PartProps<Value>) {
  if (of === undefined) return <Empty icon="warning">{say("overview-part-silent")}</Empty>;
  return <>{children(of)}</>;
}
