import type { Condition } from "#domain/admin/services";
import { Badge, type Tone } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import type { Overview } from "./routes.ts";
import { say } from "./words.ts";

/** What Taproom leans on, and how fast it answers. */
export function Services({ services }: Pick<Overview, "services">) {
  return (
    <Card title={say("overview-services")}>
      <ul class="overview-list">
        {services.map(({ service, condition, latencyMs }) => (
          <li key={service}>
            <span>{say(`overview-service-${service}`)}</span>
            {latencyMs !== undefined && (
              <span class="hint">{say("overview-latency", { ms: latencyMs })}</span>
            )}
            <Badge tone={tones[condition]}>{say(`overview-condition-${condition}`)}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const tones: Readonly<Record<Condition, Tone>> = {
  ok: "good",
  off: "plain",
  refused: "bad",
  silent: "bad",
  failed: "bad",
};
