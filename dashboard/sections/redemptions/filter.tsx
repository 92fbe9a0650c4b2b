import { rewardName } from "../../channels/names.ts";
import { rewardKeys } from "../../channels/reward-keys.ts";
import { Search } from "../../parts/search.tsx";
import { SelectField } from "../../parts/field.tsx";
import { say } from "./words.ts";

const states = ["", "UNFULFILLED", "FULFILLED", "CANCELED"] as const;

export interface Draft {
  readonly state: (typeof states)[number];
  readonly reward: string;
  readonly viewer: string;
}

export const nothingWanted: Draft = { state: "", reward: "", viewer: "" };

/** What is asked for; what nobody cares about is not named. */
export const queryOf = (wanted: Draft): Partial<Draft> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ""));

interface FilterProps {
  readonly wanted: Draft;
  readonly onWant: (wanted: Draft) => void;
}

export function Filter({ wanted, onWant }: FilterProps) {
  return (
    <div class="fields">
      <SelectField
        label={say("redemptions-state")}
        value={wanted.state}
        options={states.map((value) => ({
          value,
          text: say(value === "" ? "redemptions-any-state" : `redemptions-only-${value.toLowerCase()}`),
        }))}
        onChange={(state) => onWant({ ...wanted, state })}
      />
      <SelectField
        label={say("redemptions-reward")}
        value={wanted.reward}
        options={[
          { value: "", text: say("redemptions-any-reward") },
          ...rewardKeys.map((value) => ({ value, text: rewardName(value) })),
        ]}
        onChange={(reward) => onWant({ ...wanted, reward })}
      />
      <Search
        label={say("redemptions-find-viewer")}
        value={wanted.viewer}
        onSearch={(viewer) => onWant({ ...wanted, viewer: viewer.trim() })}
      />
    </div>
  );
}
