import { useAnswer } from "../../../api/use.ts";
import { Card } from "../../../parts/card.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Told } from "../../../parts/told.tsx";
import { forwarder } from "../routes.ts";
import { say } from "./words.ts";

/** What Telegram has brought and nobody could read. */
export function Unread() {
  const answer = useAnswer(forwarder.unreadable, {});
  return (
    <Card title={say("bot-unread")}>
      <Told answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="check">{say("bot-all-read")}</Empty>
          ) : (
            <ul class="rows">
              {items.map(({ key, at, why, what }) => (
                <li key={key}>
                  <div class="forwarder-what">
                    <p>
                      {why} · <Moment at={at} />
                    </p>
                    <details>
                      <summary>{say("bot-unread-what")}</summary>
                      <pre class="forwarder-scroll">{JSON.stringify(what, null, 2)}</pre>
                    </details>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Told>
    </Card>
  );
}
