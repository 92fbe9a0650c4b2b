import { useChange, useAnswer } from "../../../api/use.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { Told } from "../../../parts/told.tsx";
import { forwarder } from "../routes.ts";
import { say } from "./words.ts";

/** Whether Telegram brings what the bot hears, and a way to set it up again. */
export function Webhook() {
  const answer = useAnswer(forwarder.webhook, {}, { every: 30_000 });
  return (
    <Card title={say("bot-webhook")} aside={<Deeds isThere={Boolean(answer.data?.url)} />}>
      <Told answer={answer}>
        {({ url, isOurs, pendingUpdates, lastErrorAt, lastError, allowedUpdates }) => (
          <Facts
            facts={[
              [
                say("bot-webhook-state"),
                <Badge key="state" tone={isOurs ? "good" : "bad"}>
                  {say(isOurs ? "bot-webhook-ours" : url ? "bot-webhook-elsewhere" : "bot-webhook-none")}
                </Badge>,
              ],
              ...(url ? [[say("bot-webhook-url"), <code key="url">{url}</code>] as const] : []),
              [say("bot-webhook-pending"), pendingUpdates],
              [
                say("bot-webhook-error"),
                lastErrorAt === undefined ? (
                  say("bot-webhook-no-error")
                ) : (
                  <>
                    {lastError} · <Moment at={lastErrorAt} />
                  </>
                ),
              ],
              [say("bot-webhook-hears"), allowedUpdates.join(", ") || say("bot-webhook-hears-usual")],
            ]}
          />
        )}
      </Told>
    </Card>
  );
}

function Deeds({ isThere }: { readonly isThere: boolean }) {
  const setUp = useChange(forwarder.setup.$post, {
    refreshes: [forwarder.webhook],
    done: say("bot-set-up-done"),
  });
  const remove = useChange(forwarder.webhook.$delete, {
    refreshes: [forwarder.webhook],
    done: say("bot-removed"),
  });
  const ask = async () => {
    const question = {
      title: say("bot-remove-title"),
      text: say("bot-remove-text"),
      action: say("bot-remove"),
    };
    if (await confirmed(question)) remove.mutate({});
  };
  return (
    <>
      <div class="forwarder-deeds">
        {isThere && (
          <Button
            small
            changes
            look="quiet"
            icon="trash"
            pending={remove.isPending}
            onPress={() => void ask()}
          >
            {say("bot-remove")}
          </Button>
        )}
        <Button small changes icon="again" pending={setUp.isPending} onPress={() => setUp.mutate({})}>
          {say("bot-set-up")}
        </Button>
      </div>
      {setUp.data?.problems.map((problem) => (
        <p key={problem} class="forwarder-trouble" role="alert">
          {problem}
        </p>
      ))}
    </>
  );
}
