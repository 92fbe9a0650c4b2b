import { useChange } from "../../api/use.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Moment } from "../../parts/moment.tsx";
import { type Room, room } from "./routes.ts";
import { say } from "./words.ts";

interface RunningCardProps {
  readonly channel: string;
  readonly stopped: Room["stopped"];
}

/** Stops the bot in a channel, or starts it. */
export function RunningCard({ channel, stopped }: RunningCardProps) {
  const run = useChange(room.running.$put, {
    refreshes: [room],
    done: say(stopped ? "console-started" : "console-stopped-now"),
  });
  const turn = (running: boolean) => run.mutate({ param: { id: channel }, json: { running } });
  const ask = async () => {
    const question = {
      title: say("console-stop-title"),
      text: say("console-stop-text"),
      action: say("console-stop"),
    };
    if (await confirmed(question)) turn(false);
  };
  return (
    <Card title={say("console-running")}>
      {stopped ? (
        <>
          <p>
            <Badge tone="bad">{say("console-is-stopped")}</Badge> <Moment at={stopped.since} /> · {stopped.by}
          </p>
          <p class="hint">{say("console-while-stopped")}</p>
          <div>
            <Button changes look="main" icon="play" pending={run.isPending} onPress={() => turn(true)}>
              {say("console-start")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>
            <Badge tone="good">{say("console-is-running")}</Badge>
          </p>
          <div>
            <Button changes look="danger" icon="pause" pending={run.isPending} onPress={() => void ask()}>
              {say("console-stop")}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
