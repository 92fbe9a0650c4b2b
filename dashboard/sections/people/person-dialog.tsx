import { useState } from "preact/hooks";
import type { Role } from "#domain/admin/rights";
import { Problem } from "../../api/problem.ts";
import { useChange } from "../../api/use.ts";
import { wordsOf } from "../../api/words.ts";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { say as sayPart } from "../../parts/words.ts";
import { AccountFields } from "./account-fields.tsx";
import { type Draft, emptyDraft, isAccount } from "./draft.ts";
import { change, letIn } from "./let-in.ts";
import { faultOf } from "./password.ts";
import { RightsFields } from "./rights-fields.tsx";
import { type Known, people } from "./routes.ts";
import { say } from "./words.ts";

interface PersonDialogProps {
  /** Undefined: somebody new. */
  readonly whom: Known | undefined;
  readonly onClose: () => void;
}

const roles = ["moderator", "owner"] as const satisfies readonly Role[];

/** Lets somebody in, or gives them another role or other rights. */
export function PersonDialog({ whom, onClose }: PersonDialogProps) {
  const [draft, setDraft] = useState<Draft>(whom ? { ...emptyDraft, ...whom } : emptyDraft);
  const edit = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const save = useChange(whom ? (wish: Draft) => change(whom.id, wish) : letIn, {
    refreshes: [people],
    done: say("people-saved"),
    showsErrors: true,
  });
  const isReady = whom ? draft.name.trim() !== "" : isNewReady(draft);
  return (
    <Dialog
      open
      title={whom ? say("people-change-whom", { name: whom.name }) : say("people-let-in")}
      onClose={onClose}
    >
      <Form changes onSend={() => isReady && save.mutate(draft, { onSuccess: onClose })}>
        {whom ? (
          <TextField
            label={say("people-name")}
            required
            value={draft.name}
            onChange={(name) => edit({ name })}
          />
        ) : (
          <AccountFields draft={draft} onEdit={edit} />
        )}
        <Choice
          label={say("people-role")}
          options={roles.map((name) => ({ name, text: say(`people-${name}`) }))}
          chosen={draft.role}
          onChoose={(role) => edit({ role })}
        />
        {draft.role === "owner" ? (
          <p class="hint">{say("people-owner-hint")}</p>
        ) : (
          <RightsFields rights={draft.rights} onEdit={(rights) => edit({ rights })} />
        )}
        {save.error && (
          <p class="field-wrong" role="alert">
            {refusal(save.error)}
          </p>
        )}
        <div class="dialog-foot">
          <Button look="quiet" onPress={onClose}>
            {sayPart("parts-cancel")}
          </Button>
          <Button type="submit" look="main" changes disabled={!isReady} pending={save.isPending}>
            {say(whom ? "people-save" : "people-let-in")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const isNewReady = (draft: Draft) =>
  isAccount(draft) &&
  (draft.place === "twitch" || draft.name.trim() !== "") &&
  (draft.place !== "name" || faultOf(draft.password, draft.name.trim()) === undefined);

function refusal(error: Error): string {
  return error instanceof Problem && error.status === 404 ? say("people-not-on-twitch") : wordsOf(error);
}
