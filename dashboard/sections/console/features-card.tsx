import { featureName } from "../../channels/names.ts";
import { useChange } from "../../api/use.ts";
import { language } from "../../language/language.ts";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/switch.tsx";
import { toast } from "../../parts/toast.tsx";
import { type Room, room } from "./routes.ts";
import { say } from "./words.ts";

interface FeaturesCardProps {
  readonly channel: string;
  readonly features: Room["features"];
}

/** What the bot does in a channel, each on or off at once. */
export function FeaturesCard({ channel, features }: FeaturesCardProps) {
  return (
    <Card title={say("console-features")}>
      <p class="hint">{say("console-features-hint")}</p>
      <ul class="console-features">
        {features
          .filter(({ isSwitchable }) => isSwitchable)
          .map((feature) => (
            <li key={feature.feature}>
              <FeatureSwitch channel={channel} of={feature} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

interface FeatureSwitchProps {
  readonly channel: string;
  readonly of: Room["features"][number];
}

function FeatureSwitch({ channel, of: { feature, isOn, description } }: FeatureSwitchProps) {
  const change = useChange(room.features[":feature"].$put, { refreshes: [room] });
  const name = featureName(feature);
  // The cast: sleep alone is not switched here, and it is not among those that are.
  const param = { id: channel, feature: feature as Exclude<typeof feature, "sleep"> };
  const turn = (on: boolean) =>
    change.mutate(
      { param, json: { on } },
      { onSuccess: () => toast(say(on ? "console-switched-on" : "console-switched-off", { name })) },
    );
  return (
    <Switch
      changes
      label={name}
      hint={description[language.value]}
      on={isOn}
      pending={change.isPending}
      onSwitch={turn}
    />
  );
}
