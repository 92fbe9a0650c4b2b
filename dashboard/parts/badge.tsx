import type { ComponentChildren } from "preact";
import "./badge.css";

export type Tone = "plain" | "good" | "warning" | "bad" | "info" | "accent";

/** A word about the state of something. The colour only repeats it. */
export function Badge({
  tone = "plain",
  children,
}: {
  readonly tone?: Tone;
  readonly children: ComponentChildren;
}) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}
