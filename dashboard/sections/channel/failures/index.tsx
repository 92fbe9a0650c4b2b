import { obstacleNames } from "#domain/admin/obstacles";
import { useChange, useList } from "../../../api/use.ts";
import { explain } from "../../../api/words.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { confirmed } from "../../../parts/confirm.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { More } from "../../../parts/more.tsx";
import { InSection } from "../../../parts/permission.tsx";
import { Told } from "../../../parts/told.tsx";
import { channel, channels, type DeadLetter } from "../routes.ts";
import { say } from "../words.ts";
import { deedOf } from "./deed.ts";
import "../channel.css";

const obstacles = new Map(obstacleNames.map((name) => [`obstacle-${name}`, name]));
explain([...obstacles.keys()], ({ code }) => ({ words: say(`channel-obstacle-${obstacles.get(code)}`) }));
explain(["failed-again", "letter-gone"], ({ code }) => ({ words: say(`channel-refused-${code}`) }));

/** What the bot could not do or decide, for a person to see to. */
export function FailuresPage({ id }: { readonly id: string }) {
  const list = useList(channel["dead-letters"], { param: { id }, query: { limit: 50 } }, { every: 10_000 });
  return (
    <InSection section="redemptions">
      <Card title={say("channel-page-failures")}>
        <p class="hint">{say("channel-failures-hint")}</p>
        <Told answer={list} lines={5}>
          {({ pages }) => <Letters id={id} letters={pages.flatMap(({ items }) => items)} />}
        </Told>
        <More list={list} />
      </Card>
    </InSection>
  );
}

function Letters({ id, letters }: { readonly id: string; readonly letters: readonly DeadLetter[] }) {
  if (letters.length === 0) return <Empty icon="check">{say("channel-no-failures")}</Empty>;
  return (
    <ol class="channel-list">
      {letters.map((letter) => (
        <li key={letter.key}>
          <div class="channel-list-words">
            <p>
              <strong>{say(deedOf(letter))}</strong> <Badge>{say(`channel-about-${letter.about}`)}</Badge>
            </p>
            <p lang="en">{letter.why}</p>
            <p class="hint">
              <Moment at={letter.at} />
              {letter.obstacle && ` · ${say(`channel-obstacle-${letter.obstacle}`)}`}
            </p>
            <details>
              <summary class="hint">{say("channel-raw")}</summary>
              <pre class="code channel-raw" tabIndex={0}>
                {JSON.stringify(letter.what, undefined, 2)}
              </pre>
            </details>
          </div>
          <Deeds id={id} letter={letter} />
        </li>
      ))}
    </ol>
  );
}

function Deeds({ id, letter }: { readonly id: string; readonly letter: DeadLetter }) {
  // There may be anything in a key, and the client puts it into the address as it is.
  const param = { id, key: encodeURIComponent(letter.key) };
  const path = channel["dead-letters"][":key"];
  const replay = useChange(path.replay.$post, { refreshes: [channels], done: say("channel-replayed") });
  const drop = useChange(path.$delete, { refreshes: [channels], done: say("channel-dropped") });
  const ask = async () => {
    const question = {
      title: say("channel-drop-title"),
      text: say("channel-drop-text"),
      action: say("channel-drop"),
    };
    if (await confirmed(question)) drop.mutate({ param });
  };
  return (
    <div class="channel-deeds">
      {!letter.obstacle && (
        <Button
          small
          changes
          icon="again"
          pending={replay.isPending}
          onPress={() => replay.mutate({ param })}
        >
          {say("channel-replay")}
        </Button>
      )}
      <Button small changes look="quiet" icon="trash" pending={drop.isPending} onPress={() => void ask()}>
        {say("channel-drop")}
      </Button>
    </div>
  );
}
