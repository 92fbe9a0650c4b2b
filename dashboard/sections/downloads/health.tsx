import { platformNames } from "#domain/downloader/platform";
import { useAnswer } from "../../api/use.ts";
import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Told } from "../../parts/told.tsx";
import { reasonOf } from "../../reasons/reason-of.ts";
import { downloads, type PlatformStatus } from "./routes.ts";
import { say } from "./words.ts";
import "./downloads.css";

export function Health() {
  const answer = useAnswer(downloads.health, {}, { every: 10_000 });
  return (
    <Card title={say("downloads-health")}>
      <Told answer={answer}>
        {({ platforms }) => (
          <ul class="downloads-health">
            {platforms.map((status) => (
              <PlatformHealth key={status.platform} {...status} />
            ))}
          </ul>
        )}
      </Told>
    </Card>
  );
}

function PlatformHealth({ platform, enabled, breaker, recent }: PlatformStatus) {
  return (
    <li>
      <strong>{platformNames[platform]}</strong>
      <State enabled={enabled} isResting={breaker.is === "open"} />
      <p class="hint">
        {breaker.is === "open" ? (
          <>
            {reasonOf("downloader", breaker.because)}. {say("downloads-rests-until")}{" "}
            <Moment at={breaker.until} />
          </>
        ) : (
          recentlyOf(recent)
        )}
      </p>
    </li>
  );
}

function State({ enabled, isResting }: { readonly enabled: boolean; readonly isResting: boolean }) {
  if (!enabled) return <Badge>{say("downloads-off")}</Badge>;
  return isResting ? (
    <Badge tone="bad">{say("downloads-rests")}</Badge>
  ) : (
    <Badge tone="good">{say("downloads-works")}</Badge>
  );
}

const recentlyOf = (recent: PlatformStatus["recent"]) =>
  recent.length === 0
    ? say("downloads-not-asked")
    : say("downloads-recent", {
        good: recent.filter((ending) => ending === "landed").length,
        all: recent.length,
      });
