import { useChange } from "../../../api/use.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { troubleOf } from "../names.ts";
import { type Chat, forwarder } from "../routes.ts";
import { say } from "./words.ts";

/** A chat, what the bot may do there, and a look at whether that is still so. */
export function ChatRow({ chat }: { readonly chat: Chat }) {
  const { id, title, username, type, access, hasTopics, isProtected, trouble, checkedAt } = chat;
  const check = useChange(forwarder.chats[":id"].check.$post, {
    refreshes: [forwarder.chats],
    done: say("bot-checked", { title }),
  });
  return (
    <li>
      <div class="forwarder-what">
        <p>
          <strong>{title}</strong>{" "}
          <span class="hint">
            {username && `@${username} · `}
            {say(`bot-type-${type}`)} · {id}
          </span>
        </p>
        <p class="forwarder-deeds">
          <Badge>{say(`bot-status-${access.status}`)}</Badge>
          <Badge tone={access.canRead ? "good" : "plain"}>
            {say(access.canRead ? "bot-reads" : "bot-reads-not")}
          </Badge>
          <Badge tone={access.canPost ? "good" : "plain"}>
            {say(access.canPost ? "bot-posts" : "bot-posts-not")}
          </Badge>
          {hasTopics && <Badge tone="info">{say("bot-topics")}</Badge>}
          {isProtected && <Badge tone="warning">{say("bot-protected")}</Badge>}
        </p>
        {trouble !== undefined && <p class="forwarder-trouble">{troubleOf(trouble)}</p>}
        <p class="hint">
          {say("bot-checked-at")} <Moment at={checkedAt} />
        </p>
      </div>
      <Button
        small
        changes
        icon="again"
        pending={check.isPending}
        label={say("bot-check-label", { title })}
        onPress={() => check.mutate({ param: { id } })}
      >
        {say("bot-check")}
      </Button>
    </li>
  );
}
