import type { Instant } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import { button, type Screen, verbatim } from "../button.ts";
import { agoText } from "../labels.ts";
import { troubleText } from "../../troubles/texts.ts";
import { pageOf, pageRow } from "../page.ts";
import { act, see, toHome } from "./menus.ts";

/** A line of posts before a target. */
export interface Line {
  readonly title: string;
  readonly waiting: number;
  readonly oldest: Instant;
}

export const queue = (lines: readonly Line[], now: Instant): Screen => ({
  lines: [
    text("forwarder-queue-title", { count: lines.reduce((sum, { waiting }) => sum + waiting, 0) }),
    ...lines
      .slice(0, 15)
      .map(({ title, waiting, oldest }) =>
        text("forwarder-queue-line", { title: verbatim(title), count: waiting, ago: agoText(oldest, now) }),
      ),
  ],
  rows: [[button("refresh", see("queue"))], [button("dead", see("dead", 0)), ...toHome]],
});

/** A job that waits for a person. */
export interface Dead {
  readonly id: number;
  readonly title: string;
  readonly kind: string;
  readonly said: string;
  readonly endedAt: Instant;
}

export function dead(all: readonly Dead[], wanted: number): Screen {
  const page = pageOf(all, wanted);
  return {
    lines: [
      text("forwarder-dead-title", { count: all.length }),
      ...(all.length === 0 ? [text("forwarder-dead-empty")] : []),
    ],
    rows: [
      ...page.items.map((each) => [{ label: deadLabel(each), data: see("dead-job", each.id) }]),
      ...pageRow(page, (number) => see("dead", number)),
      ...(all.length > 0 ? [[button("retry-all", act("retry-all"))]] : []),
      [button("queue", see("queue")), ...toHome],
    ],
  };
}

const deadLabel = ({ title, kind }: Dead): Text =>
  text("forwarder-dead-line", { title: verbatim(title, 40), why: troubleText(kind) });

export const deadJob = ({ id, title, kind, said, endedAt }: Dead, now: Instant): Screen => ({
  lines: [
    verbatim(title, 200),
    text("forwarder-dead-why", { why: troubleText(kind), ago: agoText(endedAt, now) }),
    ...(said ? [text("forwarder-dead-said", { said: verbatim(said, 500) })] : []),
  ],
  rows: [
    [button("retry", act("retry", id)), button("drop", act("drop", id))],
    [button("back", see("dead", 0)), ...toHome],
  ],
});

/** What has been counted, and what stands in line. */
export interface Figures {
  readonly tallies: readonly { readonly what: string; readonly detail: string; readonly count: number }[];
  readonly queue: readonly { readonly state: string; readonly jobs: number }[];
  readonly oldestSeconds: number;
}

const mostErrors = 6;

export function statistics({ tallies, queue: states, oldestSeconds }: Figures): Screen {
  const sumOf = (what: string, detail?: string) =>
    tallies
      .filter((each) => each.what === what && (detail === undefined || each.detail === detail))
      .reduce((sum, { count }) => sum + count, 0);
  const jobsThat = (state: string) => states.find((each) => each.state === state)?.jobs ?? 0;
  const errors = tallies.filter(({ what }) => what === "error");
  return {
    lines: [
      text("forwarder-statistics-title"),
      text("forwarder-statistics-carried", {
        count: sumOf("carried"),
        forward: sumOf("carried", "forward"),
        copy: sumOf("carried", "copy"),
      }),
      text("forwarder-statistics-not", {
        discarded: sumOf("discarded"),
        duplicates: sumOf("duplicate"),
        failed: sumOf("failed"),
      }),
      text("forwarder-statistics-queue", {
        waiting: jobsThat("waiting"),
        sending: jobsThat("sending"),
        dead: jobsThat("dead"),
        seconds: Math.round(oldestSeconds),
      }),
      text("forwarder-statistics-flood", { seconds: sumOf("flood") }),
      ...[...new Set(errors.map(({ detail }) => detail))]
        .map((kind) => ({ kind, count: sumOf("error", kind) }))
        .toSorted((one, other) => other.count - one.count)
        .slice(0, mostErrors)
        .map(({ kind, count }) => text("forwarder-statistics-error", { why: troubleText(kind), count })),
    ],
    rows: [[button("refresh", see("statistics"))], toHome],
  };
}
