import { useState } from "preact/hooks";
import { Button } from "../../../parts/button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { AreaField, Field, NumberField, TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { Wrong } from "../../../parts/trouble.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import type { Reward } from "../routes.ts";
import { say } from "../words.ts";
import { useRewardChange } from "./change.ts";
import { changeOf, draftOf, faultIn, most } from "./draft.ts";

interface RewardDialogProps {
  readonly id: string;
  readonly reward: Reward;
  readonly onClose: () => void;
}

export function RewardDialog({ id, reward, onClose }: RewardDialogProps) {
  return (
    <Dialog
      open
      title={say("channel-edit-reward", { title: reward.atTwitch?.title ?? reward.key })}
      onClose={onClose}
    >
      {reward.atTwitch && <Fields {...{ id, onClose }} reward={reward.key} atTwitch={reward.atTwitch} />}
    </Dialog>
  );
}

interface FieldsProps {
  readonly id: string;
  readonly reward: string;
  readonly atTwitch: NonNullable<Reward["atTwitch"]>;
  readonly onClose: () => void;
}

function Fields({ id, reward, atTwitch, onClose }: FieldsProps) {
  const [draft, setDraft] = useState(draftOf(atTwitch));
  const put = useRewardChange({ done: say("channel-reward-saved"), showsErrors: true });
  const edit = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const fault = faultIn(draft);
  const change = changeOf(draft, atTwitch);
  const isReady = fault === undefined && Object.keys(change).length > 0;
  const wrong = (field: typeof fault) =>
    fault === field ? say(`channel-reward-wrong-${field}`, most) : undefined;
  return (
    <Form
      changes
      onSend={() => isReady && put.mutate({ param: { id, reward }, json: change }, { onSuccess: onClose })}
    >
      <TextField
        label={say("channel-reward-title")}
        value={draft.title}
        wrong={wrong("title")}
        onChange={(title) => edit({ title })}
      />
      <AreaField
        label={say("channel-reward-prompt")}
        rows={3}
        value={draft.prompt}
        wrong={wrong("prompt")}
        onChange={(prompt) => edit({ prompt })}
      />
      <div class="fields">
        <NumberField
          label={say("channel-reward-cost")}
          value={draft.cost}
          wrong={wrong("cost")}
          onChange={(cost) => edit({ cost })}
        />
        <Field label={say("channel-reward-colour")}>
          {({ id: field }) => (
            <input
              id={field}
              class="input"
              type="color"
              value={draft.background.toLowerCase()}
              onInput={({ currentTarget }) => edit({ background: currentTarget.value.toUpperCase() })}
            />
          )}
        </Field>
      </div>
      <Switch
        label={say("channel-reward-shown")}
        hint={say("channel-reward-shown-hint")}
        on={draft.isEnabled}
        onSwitch={(isEnabled) => edit({ isEnabled })}
      />
      <Wrong error={put.error} />
      <div class="dialog-foot">
        <Button look="quiet" onPress={onClose}>
          {sayPart("parts-cancel")}
        </Button>
        <Button type="submit" look="main" changes disabled={!isReady} pending={put.isPending}>
          {sayPart("parts-save")}
        </Button>
      </div>
    </Form>
  );
}
