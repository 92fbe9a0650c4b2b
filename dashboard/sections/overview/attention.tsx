import { Link } from "wouter-preact";
import type { Severity } from "#domain/admin/attention";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { openSections } from "../../session/presence.ts";
import { titleOf } from "../titles.ts";
import type { Overview } from "./routes.ts";
import { inWords, say } from "./words.ts";

type Wish = Overview["attention"][number];

/** What a person has to see to, the most urgent first, each with the way there. */
export function Attention({ attention, unknown }: Pick<Overview, "attention" | "unknown">) {
  const isAllWell = attention.length === 0 && unknown.length === 0;
  return (
    <Card wide title={say("overview-attention")}>
      {isAllWell && <Empty icon="check">{say("overview-all-well")}</Empty>}
      {attention.length > 0 && (
        <ul class="overview-attention">
          {attention.map((wish) => (
            <Wish key={`${wish.code} ${JSON.stringify(wish.args)}`} {...wish} />
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <p class="hint" role="status">
          {say("overview-unknown", { parts: unknown.map(partOf).join(", ") })}
        </p>
      )}
    </Card>
  );
}

const tones: Readonly<Record<Severity, Tone>> = { now: "bad", soon: "warning", note: "info" };

function Wish({ code, severity, args, link }: Wish) {
  return (
    <li>
      <Badge tone={tones[severity]}>{say(`overview-severity-${severity}`)}</Badge>
      <span class="overview-wish">{inWords(`overview-attention-${code}`, code, args)}</span>
      {openSections.value.includes(link) && (
        <Link class="button button-small" href={`~/${link}`}>
          {titleOf(link)}
        </Link>
      )}
    </li>
  );
}

function partOf(part: string): string {
  const [, channel] = /^channel (.+)$/.exec(part) ?? [];
  return channel === undefined
    ? inWords(`overview-part-${part}`, part)
    : say("overview-part-channel", { name: channel });
}
