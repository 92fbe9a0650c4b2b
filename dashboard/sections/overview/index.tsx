import { useAnswer } from "../../api/use.ts";
import { Cards } from "../../parts/card.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Page } from "../../parts/page.tsx";
import { Told } from "../../parts/told.tsx";
import { titleOf } from "../titles.ts";
import { Attention } from "./attention.tsx";
import { Channels } from "./channels.tsx";
import { Connections } from "./connections.tsx";
import { Errors } from "./errors.tsx";
import { Events } from "./events.tsx";
import { Queues } from "./queues.tsx";
import { overview } from "./routes.ts";
import { Services } from "./services.tsx";
import { say } from "./words.ts";
import "./overview.css";

export default function Overview() {
  const answer = useAnswer(overview, {}, { every: 12_000 });
  const asOf = answer.data && (
    <span class="hint">
      {say("overview-as-of")} <Moment at={answer.data.at} show="clock" />
    </span>
  );
  return (
    <Page title={titleOf("overview")} intro={say("overview-intro")} aside={asOf}>
      <Told answer={answer} lines={8}>
        {(told) => (
          <>
            <Attention attention={told.attention} unknown={told.unknown} />
            <Cards>
              <Channels channels={told.channels} unseen={told.unseenChannels ?? 0} />
              <Services services={told.services} />
              <Connections told={told} />
            </Cards>
            <Queues told={told} />
            <div class="overview-below">
              <Events events={told.events} channels={told.channels} />
              <Errors errors={told.errors} />
            </div>
          </>
        )}
      </Told>
    </Page>
  );
}
