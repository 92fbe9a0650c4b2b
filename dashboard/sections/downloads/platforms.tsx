import { platformNames, platforms } from "#domain/downloader/platform";
import { useAnswer } from "../../api/use.ts";
import { Bars } from "../../parts/bars.tsx";
import { Card } from "../../parts/card.tsx";
import { Told } from "../../parts/told.tsx";
import { downloads } from "./routes.ts";
import { say } from "./words.ts";

export function Platforms() {
  const answer = useAnswer(downloads.platforms, {}, { every: 60_000 });
  return (
    <Card title={say("downloads-platforms")}>
      <Told answer={answer}>
        {(told) => (
          <Bars
            label={say("downloads-platforms")}
            bars={platforms.map((name) => ({ name: platformNames[name], value: told[name] }))}
          />
        )}
      </Told>
    </Card>
  );
}
