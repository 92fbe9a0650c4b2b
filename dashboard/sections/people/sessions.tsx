import { useAnswer, useChange } from "../../api/use.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Told } from "../../parts/told.tsx";
import { browserOf } from "./browser-of.ts";
import { type OpenSession, sessions } from "./routes.ts";
import { say } from "./words.ts";
import "../../parts/rows.css";
import "./people.css";

interface SessionsProps {
  /** Whose alone; everybody's otherwise. */
  readonly of?: string | undefined;
}

/** Who is in, from where, and a way to send them out. */
export function Sessions({ of }: SessionsProps) {
  const answer = useAnswer(sessions, {}, { every: 30_000 });
  const isMeant = ({ person }: OpenSession) => of === undefined || person === of;
  const others = answer.data?.items.filter((session) => !session.isThis && isMeant(session)) ?? [];
  return (
    <Card title={say("people-sessions")} aside={others.length > 1 && <EndOthers others={others} />}>
      <Told answer={answer}>
        {({ items }) => (
          <ul class="rows">
            {items.filter(isMeant).map((session) => (
              <OneSession key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Told>
    </Card>
  );
}

function OneSession({ session }: { readonly session: OpenSession }) {
  const { id, way, address, agent, begunAt, usedAt, isThis } = session;
  const name = nameOf(session);
  const end = useChange(sessions[":id"].$delete, {
    refreshes: [sessions],
    done: say("people-session-ended"),
  });
  return (
    <li>
      <div class="people-who">
        <p>
          <strong>{name}</strong> <Badge>{say(`people-by-${way}`)}</Badge>{" "}
          {isThis && <Badge tone="good">{say("people-session-this")}</Badge>}
        </p>
        <p title={agent}>
          {browserOf(agent) || say("people-no-browser")} · {address}
        </p>
        <p class="hint">
          {say("people-session-since")} <Moment at={begunAt} /> · {say("people-session-used")}{" "}
          <Moment at={usedAt} />
        </p>
      </div>
      {!isThis && (
        <div class="people-deeds">
          <Button
            changes
            small
            icon="out"
            pending={end.isPending}
            label={say("people-session-end-of", { name })}
            onPress={() => end.mutate({ param: { id } })}
          >
            {say("people-session-end")}
          </Button>
        </div>
      )}
    </li>
  );
}

const nameOf = ({ person, name }: OpenSession) => (person === "token" ? say("people-token") : name);

function EndOthers({ others }: { readonly others: readonly OpenSession[] }) {
  const end = useChange(endEach, { refreshes: [sessions], done: say("people-sessions-ended") });
  const ask = async () => {
    const question = {
      title: say("people-sessions-end"),
      text: say("people-sessions-end-text", { count: others.length }),
      action: say("people-session-end"),
    };
    if (await confirmed(question)) end.mutate(others);
  };
  return (
    <Button changes small look="quiet" icon="out" pending={end.isPending} onPress={() => void ask()}>
      {say("people-sessions-end")}
    </Button>
  );
}

/** One that has ended meanwhile is what was wanted. */
async function endEach(others: readonly OpenSession[]) {
  await Promise.allSettled(others.map(({ id }) => sessions[":id"].$delete({ param: { id } })));
  return sessions.$get({});
}
