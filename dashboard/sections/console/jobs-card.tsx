import { openSections } from "../../session/presence.ts";
import { useAnswer, useChange } from "../../api/use.ts";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Told } from "../../parts/told.tsx";
import { client } from "../../api/client.ts";
import { type Job, jobs, status } from "./routes.ts";
import { say } from "./words.ts";

/** What is done by itself now and then, to be done now. */
export function JobsCard({ channel }: { readonly channel: string | undefined }) {
  const answer = useAnswer(jobs, {});
  return (
    <Card title={say("console-jobs")}>
      <Told answer={answer}>
        {({ items }) => (
          <ul class="console-jobs">
            {items
              .filter(({ isOfChannel }) => !isOfChannel || channel !== undefined)
              .map((job) => (
                <OneJob key={job.job} job={job} channel={channel} />
              ))}
          </ul>
        )}
      </Told>
    </Card>
  );
}

function OneJob({
  job: { job, isOfChannel, isOn },
  channel,
}: {
  readonly job: Job;
  readonly channel: string | undefined;
}) {
  const run = useChange(jobs[":job"].$post, { refreshes: [client.api.channels] });
  const problems = run.data?.problems;
  const body = isOfChannel && channel !== undefined ? { channel } : {};
  return (
    <li>
      <div class="console-job">
        <div>
          <h3>{say(`console-job-${job}`)}</h3>
          <p class="hint">
            {say(isOn ? `console-job-what-${job}` : "console-job-off")}
            {job === "channel-upkeep" && channel !== undefined && <LookedAfter channel={channel} />}
          </p>
        </div>
        <Button
          changes
          small
          icon="play"
          disabled={!isOn}
          pending={run.isPending}
          label={say("console-job-run", { name: say(`console-job-${job}`) })}
          onPress={() => run.mutate({ param: { job }, json: body })}
        >
          {say("console-job-do")}
        </Button>
      </div>
      <div role="status">
        {problems?.length === 0 && <p class="console-well">{say("console-job-well")}</p>}
        {problems?.map((problem) => (
          <p key={problem} class="field-wrong" lang="en">
            {problem}
          </p>
        ))}
      </div>
    </li>
  );
}

/** When Twitch was last asked about the channel, for whoever may see that. */
function LookedAfter({ channel }: { readonly channel: string }) {
  const enabled = openSections.value.includes("channel");
  const { data } = useAnswer(status, { param: { id: channel } }, { enabled, every: 60_000 });
  if (!data?.standing) return null;
  return (
    <>
      {" "}
      {say("console-job-last")} <Moment at={data.standing.checkedAt} />.
    </>
  );
}
