import { useChange } from "../../../api/use.ts";
import { numeral } from "../../../language/numeral.ts";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { featureName } from "../../../channels/names.ts";
import { channel, channels, type Reward } from "../routes.ts";
import { inWords } from "../settings/said.ts";
import { say } from "../words.ts";
import { useRewardChange } from "./change.ts";
import { Swatch } from "./swatch.tsx";

interface OneRewardProps {
  readonly id: string;
  readonly reward: Reward;
  /** Twitch has told whether it has it. */
  readonly isKnown: boolean;
  readonly onEdit: () => void;
}

export function OneReward({ id, reward, isKnown, onEdit }: OneRewardProps) {
  const { key, feature, design, description, atTwitch } = reward;
  const { title, cost, prompt } = atTwitch ?? design;
  return (
    <li>
      <Swatch colour={atTwitch?.background} />
      <div class="channel-reward-words">
        <p>
          <strong>{title}</strong> <Badge>{featureName(feature)}</Badge> <State {...{ reward, isKnown }} />
        </p>
        <p class="hint">{inWords(description)}</p>
        {prompt && <p class="channel-reward-prompt">«{prompt}»</p>}
      </div>
      <p class="channel-reward-cost" title={say("channel-points")}>
        {numeral(cost)} <span class="unseen">{say("channel-points")}</span>
      </p>
      <div class="channel-reward-deeds">
        {atTwitch ? (
          <>
            <Pause {...{ id, reward: key, title }} isPaused={atTwitch.isPaused} />
            <Button
              small
              changes
              icon="pencil"
              label={say("channel-edit-reward", { title })}
              onPress={onEdit}
            >
              {say("channel-edit")}
            </Button>
          </>
        ) : (
          isKnown && <Create {...{ id, reward: key, title }} />
        )}
      </div>
    </li>
  );
}

function State({ reward: { atTwitch, pausedWhile }, isKnown }: Pick<OneRewardProps, "reward" | "isKnown">) {
  if (!atTwitch) return isKnown && <Badge tone="bad">{say("channel-reward-missing")}</Badge>;
  if (!atTwitch.isEnabled) return <Badge>{say("channel-reward-hidden")}</Badge>;
  return atTwitch.isPaused ? (
    <Badge tone="warning">
      {say(pausedWhile ? `channel-reward-paused-${pausedWhile}` : "channel-reward-paused")}
    </Badge>
  ) : (
    <Badge tone="good">{say("channel-reward-sold")}</Badge>
  );
}

interface DeedProps {
  readonly id: string;
  readonly reward: string;
  readonly title: string;
}

function Pause({ id, reward, title, isPaused }: DeedProps & { readonly isPaused: boolean }) {
  const word = isPaused ? "resume" : "pause";
  const change = useRewardChange({ done: say(`channel-${word}d`, { title }) });
  const turn = () => change.mutate({ param: { id, reward }, json: { isPaused: !isPaused } });
  return (
    <Button
      small
      changes
      icon={isPaused ? "play" : "pause"}
      pending={change.isPending}
      label={say(`channel-${word}-reward`, { title })}
      onPress={turn}
    >
      {say(`channel-${word}`)}
    </Button>
  );
}

function Create({ id, reward, title }: DeedProps) {
  const create = useChange(channel.rewards[":reward"].$post, {
    refreshes: [channels],
    done: say("channel-created", { title }),
  });
  const make = () => create.mutate({ param: { id, reward } });
  return (
    <Button
      small
      changes
      look="main"
      icon="plus"
      pending={create.isPending}
      label={say("channel-create-reward", { title })}
      onPress={make}
    >
      {say("channel-create")}
    </Button>
  );
}
