import { useAnswer } from "../../api/use.ts";
import { endingName, featureName, rewardName } from "../../channels/names.ts";
import { RedemptionState } from "../../channels/redemption-state.tsx";
import { language } from "../../language/language.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Moment } from "../../parts/moment.tsx";
import { Told } from "../../parts/told.tsx";
import { Correction } from "./correction.tsx";
import { type KnownPlayer, players } from "./routes.ts";
import { say } from "./words.ts";
import "./players.css";

interface PlayerDialogProps {
  readonly id: string;
  readonly player: string;
  readonly onClose: () => void;
}

/** Everything that is known of one player. */
export function PlayerDialog({ id, player, onClose }: PlayerDialogProps) {
  const answer = useAnswer(players[":player"], { param: { id, player } });
  return (
    <Dialog open title={answer.data?.name ?? say("players-player")} onClose={onClose}>
      <Told answer={answer} lines={6}>
        {(known) => (
          <>
            <Facts
              facts={[
                [say("players-login"), known.login],
                [say("players-id"), <code key="id">{known.id}</code>],
                [say("players-rank"), known.rank[language.value]],
                [say("players-place"), known.place ?? say("players-no-place")],
              ]}
            />
            {/* What is corrected begins with the score as it is now. */}
            <Correction key={`${known.wins} ${known.losses} ${known.tickets}`} id={id} player={known} />
            <Redemptions {...known} />
            <Games {...known} />
          </>
        )}
      </Told>
    </Dialog>
  );
}

function Redemptions({ redemptions }: Pick<KnownPlayer, "redemptions">) {
  return (
    <section class="players-lately">
      <h3>{say("players-redemptions")}</h3>
      {redemptions.length === 0 && <p class="hint">{say("players-no-redemptions")}</p>}
      <ul>
        {redemptions.map(({ id, reward, state, cost, at }) => (
          <li key={id}>
            <span>
              {rewardName(reward)}, {say("players-cost", { cost })}
            </span>
            <RedemptionState state={state} />
            <span class="hint">
              <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Games({ games }: Pick<KnownPlayer, "games">) {
  return (
    <section class="players-lately">
      <h3>{say("players-games")}</h3>
      {!games && <p class="hint">{say("players-games-unknown")}</p>}
      {games?.length === 0 && <p class="hint">{say("players-no-games")}</p>}
      <ul>
        {games?.map(({ id, game, ending, endedAt }) => (
          <li key={id}>
            <span>{featureName(game)}</span>
            <span>{endingName(ending)}</span>
            <span class="hint">
              <Moment at={endedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
