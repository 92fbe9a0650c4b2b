import { chooserOf } from "../../channels/chooser.tsx";
import { useChannels } from "../../channels/chosen.ts";
import { useAnswer } from "../../api/use.ts";
import { explain } from "../../api/words.ts";
import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { Told } from "../../parts/told.tsx";
import { titleOf } from "../titles.ts";
import { CommandCard } from "./command-card.tsx";
import { FeaturesCard } from "./features-card.tsx";
import { JobsCard } from "./jobs-card.tsx";
import { room } from "./routes.ts";
import { RunningCard } from "./running-card.tsx";
import { SayCard } from "./say-card.tsx";
import { say } from "./words.ts";
import "./console.css";

const refusals = ["feature-off", "not-set-up", "stopped"];
explain(refusals, ({ code }) => ({ words: say(`console-refused-${code}`) }));

/** Jobs of the house are there without any channel. */
export default function Console() {
  const { answer, known, chosen } = useChannels();
  const chooser = chooserOf({ known, chosen });
  return (
    <Page title={titleOf("console")} intro={say("console-intro")} {...(chooser && { aside: chooser })}>
      <Told answer={answer} lines={6}>
        {() => (
          <>
            {chosen ? (
              <InChannel key={chosen.id} channel={chosen.id} />
            ) : (
              <Empty icon="plug">{say("console-no-channel")}</Empty>
            )}
            <JobsCard channel={chosen?.id} />
          </>
        )}
      </Told>
    </Page>
  );
}

function InChannel({ channel }: { readonly channel: string }) {
  const answer = useAnswer(room, { param: { id: channel } }, { every: 15_000 });
  return (
    <Told answer={answer} lines={8}>
      {(told) => (
        <div class="console-columns">
          <div class="console-column">
            <SayCard channel={channel} />
            <CommandCard channel={channel} told={told} />
          </div>
          <div class="console-column">
            <RunningCard channel={channel} stopped={told.stopped} />
            <FeaturesCard channel={channel} features={told.features} />
          </div>
        </div>
      )}
    </Told>
  );
}
