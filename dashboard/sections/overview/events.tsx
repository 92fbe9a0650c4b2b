import { Card } from "../../parts/card.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { happened } from "./happened.ts";
import { Part } from "./part.tsx";
import type { Overview } from "./routes.ts";
import { say } from "./words.ts";

/** What happened lately, besides chat. */
export function Events({ events, channels = [] }: Pick<Overview, "events" | "channels">) {
  const nameOf = (id: string) => channels.find((channel) => channel.id === id)?.login ?? id;
  return (
    <Card title={say("overview-events")}>
      <Part of={events?.filter(isForPeople)}>
        {(known) =>
          known.length === 0 ? (
            <Empty>{say("overview-no-events")}</Empty>
          ) : (
            <ol class="overview-events">
              {known.map((event) => (
                <li
                  key={`${event.at} ${event.event} ${JSON.stringify(event.facts)}`}
                  data-level={event.level}
                >
                  <span class="hint">
                    <Moment at={event.at} />
                    {channels.length > 1 && ` · ${nameOf(event.channel)}`}
                  </span>
                  <span>{happened(event)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Part>
    </Card>
  );
}

const inner: ReadonlySet<unknown> = new Set(["look-around", "look-up", "tend-rewards"]);

/** What the bot asks Twitch on its way, and what it reports of itself, is nothing to tell. */
const isForPeople = ({ event, facts }: NonNullable<Overview["events"]>[number]) =>
  event !== "channel.report" && !(event === "effect.done" && inner.has(facts["effect"]));
