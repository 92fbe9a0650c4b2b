import { useState } from "preact/hooks";
import { useList } from "../../../api/use.ts";
import { endingName, featureName } from "../../../channels/names.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Card } from "../../../parts/card.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { More } from "../../../parts/more.tsx";
import { Told } from "../../../parts/told.tsx";
import { channel, type Game } from "../routes.ts";
import { say } from "../words.ts";
import { detailsOf } from "./details.ts";
import "../channel.css";

const games = ["all", "keg", "twenty-one", "beer"] as const;
type Wanted = (typeof games)[number];

/** How the games of the channel have ended. */
export function GamesPage({ id }: { readonly id: string }) {
  const [game, setGame] = useState<Wanted>("all");
  const query = { limit: 50, ...(game !== "all" && { game }) };
  const list = useList(channel.games, { param: { id }, query }, { every: 15_000 });
  const choice = (
    <Choice
      label={say("channel-which-game")}
      options={games.map((name) => ({
        name,
        text: name === "all" ? say("channel-all-games") : featureName(name),
      }))}
      chosen={game}
      onChoose={setGame}
    />
  );
  return (
    <Card title={say("channel-page-games")} aside={choice}>
      <Told answer={list} lines={8}>
        {({ pages }) => <Games games={pages.flatMap(({ items }) => items)} />}
      </Told>
      <More list={list} />
    </Card>
  );
}

function Games({ games: ended }: { readonly games: readonly Game[] }) {
  if (ended.length === 0) return <Empty>{say("channel-no-games")}</Empty>;
  return (
    <ol class="channel-list">
      {ended.map((game) => (
        <li key={game.id}>
          <div class="channel-list-words">
            <p>
              <strong>{featureName(game.game)}</strong> <Ending {...game} />
            </p>
            <p>
              {say("channel-game-by", { name: game.host.name ?? game.host.login ?? game.host.id })}
              {detailsOf(game).map((words) => ` · ${words}`)}
            </p>
          </div>
          <p class="hint">
            <Moment at={game.endedAt} show="clock" />
          </p>
        </li>
      ))}
    </ol>
  );
}

const tones = { saved: "good", burst: "bad", won: "good", lost: "bad" } as const;
const isToned = (ending: string): ending is keyof typeof tones => Object.hasOwn(tones, ending);

const Ending = ({ ending }: { readonly ending: string }) => (
  <Badge tone={isToned(ending) ? tones[ending] : "plain"}>{endingName(ending)}</Badge>
);
