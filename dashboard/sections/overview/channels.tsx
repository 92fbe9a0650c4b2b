import { Badge } from "../../parts/badge.tsx";
import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Part } from "./part.tsx";
import type { Channel, Overview } from "./routes.ts";
import { inWords, say } from "./words.ts";

/** How every channel is: its stream, and its bot. */
export function Channels({ channels, unseen }: Pick<Overview, "channels"> & { readonly unseen: number }) {
  return (
    <Card title={say("overview-channels")}>
      <Part of={channels}>
        {(known) =>
          known.length === 0 ? (
            <Empty icon="plug">{say("overview-no-channel")}</Empty>
          ) : (
            known.map((channel) => <OneChannel key={channel.id} {...channel} />)
          )
        }
      </Part>
      {unseen > 0 && <p class="hint">{say("overview-unseen", { count: unseen })}</p>}
    </Card>
  );
}

function OneChannel({ login, stream, awake, stopped, features, failing, ...counts }: Channel) {
  const off = features.filter(({ is }) => is === "off");
  return (
    <section class="overview-channel" aria-label={login}>
      <p>
        <strong>{login}</strong> <BotState awake={awake} isStopped={stopped !== undefined} />{" "}
        {stream?.live && <Badge tone="accent">{say("overview-live")}</Badge>}
      </p>
      {failing.map((why) => (
        <p key={why} class="overview-failing">
          {inWords(`overview-failing-${why.toLowerCase().replaceAll(" ", "-")}`, why)}
        </p>
      ))}
      <Facts
        facts={[
          [say("overview-stream"), <StreamState stream={stream} />],
          ...(stopped ? [[say("overview-stopped-since"), <StoppedBy {...stopped} />] as const] : []),
          [
            say("overview-features"),
            say("overview-features-on", { on: features.length - off.length, all: features.length }),
          ],
          [say("overview-outbox"), counts.outbox],
          [say("overview-journal"), counts.journal],
          [say("overview-dead-letters"), counts.deadLetters],
        ]}
      />
    </section>
  );
}

function BotState({ awake, isStopped }: { readonly awake: boolean; readonly isStopped: boolean }) {
  if (isStopped) return <Badge tone="bad">{say("overview-stopped")}</Badge>;
  return awake ? (
    <Badge tone="good">{say("overview-awake")}</Badge>
  ) : (
    <Badge tone="info">{say("overview-asleep")}</Badge>
  );
}

function StreamState({ stream }: Pick<Channel, "stream">) {
  if (!stream) return <>{say("overview-stream-unknown")}</>;
  return (
    <>
      {say(stream.live ? "overview-live-since" : "overview-off-air-since")} <Moment at={stream.since} />
    </>
  );
}

const StoppedBy = ({ since, by }: NonNullable<Channel["stopped"]>) => (
  <>
    <Moment at={since} /> · {by}
  </>
);
