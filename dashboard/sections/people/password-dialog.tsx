import { useState } from "preact/hooks";
import { useChange } from "../../api/use.ts";
import { Button } from "../../parts/button.tsx";
import { confirmed } from "../../parts/confirm.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Form } from "../../parts/form.tsx";
import { Wrong } from "../../parts/trouble.tsx";
import { PasswordFields } from "./password-fields.tsx";
import { faultOf } from "./password.ts";
import { type Known, people, sessions } from "./routes.ts";
import { say } from "./words.ts";

interface PasswordDialogProps {
  readonly whom: Known;
  readonly onClose: () => void;
}

/** Gives somebody a password, or takes it away; whoever is in by the old one is not any more. */
export function PasswordDialog({ whom: { id, name, hasPassword }, onClose }: PasswordDialogProps) {
  const [password, setPassword] = useState("");
  const told = { refreshes: [people, sessions], showsErrors: true } as const;
  const set = useChange(people[":id"].password.$put, { ...told, done: say("people-password-set") });
  const remove = useChange(people[":id"].password.$delete, { ...told, done: say("people-password-gone") });
  const isReady = faultOf(password, name) === undefined;
  const error = set.error ?? remove.error;
  const send = () => isReady && set.mutate({ param: { id }, json: { password } }, { onSuccess: onClose });
  const takeAway = async () => {
    const action = say("people-take-password");
    const question = { title: `${action}?`, text: say("people-take-password-text", { name }), action };
    if (await confirmed(question)) remove.mutate({ param: { id } }, { onSuccess: onClose });
  };
  return (
    <Dialog open title={say("people-password-of", { name })} onClose={onClose}>
      <Form changes onSend={send}>
        <p class="hint">{say(hasPassword ? "people-password-ends" : "people-password-none")}</p>
        <PasswordFields password={password} of={name} onEdit={setPassword} />
        <Wrong error={error} />
        <div class="dialog-foot">
          {hasPassword && (
            <Button changes look="danger" pending={remove.isPending} onPress={() => void takeAway()}>
              {say("people-take-password")}
            </Button>
          )}
          <Button type="submit" look="main" changes disabled={!isReady} pending={set.isPending}>
            {say("people-save")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
