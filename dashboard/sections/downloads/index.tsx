import { useState } from "preact/hooks";
import { Cards } from "../../parts/card.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Page } from "../../parts/page.tsx";
import { titleOf } from "../titles.ts";
import { Failures } from "./failures.tsx";
import { Health } from "./health.tsx";
import { OverTime } from "./over-time.tsx";
import { Platforms } from "./platforms.tsx";
import { Summary } from "./summary.tsx";
import { TopVideos } from "./top-videos.tsx";
import { say } from "./words.ts";

const periods = ["7", "30", "90", "365"] as const;
type Period = (typeof periods)[number];

export default function Downloads() {
  const [period, setPeriod] = useState<Period>("30");
  const days = Number(period);
  const choice = (
    <Choice
      label={say("downloads-period")}
      options={periods.map((name) => ({ name, text: say("downloads-days", { days: Number(name) }) }))}
      chosen={period}
      onChoose={setPeriod}
    />
  );
  return (
    <Page title={titleOf("downloads")} intro={say("downloads-intro")} aside={choice}>
      <Summary days={days} />
      <OverTime days={days} />
      <Cards>
        <Health />
        <Platforms />
        <Failures days={days} />
      </Cards>
      <TopVideos />
    </Page>
  );
}
