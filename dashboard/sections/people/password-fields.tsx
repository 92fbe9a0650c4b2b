import { useState } from "preact/hooks";
import { leastPasswordLength, mostPasswordLength } from "#domain/admin/password";
import { Button } from "../../parts/button.tsx";
import { Copy } from "../../parts/copy.tsx";
import { TextField } from "../../parts/field.tsx";
import { faultOf, newPassword } from "./password.ts";
import { say } from "./words.ts";

interface PasswordFieldsProps {
  readonly password: string;
  /** What whoever it is for is called. */
  readonly of: string;
  readonly onEdit: (password: string) => void;
}

/** A new password: typed unseen, or made up, and then it has to be read to be handed on. */
export function PasswordFields({ password, of, onEdit }: PasswordFieldsProps) {
  const [isMade, setIsMade] = useState(false);
  const fault = faultOf(password, of.trim());
  const make = () => {
    onEdit(newPassword());
    setIsMade(true);
  };
  return (
    <>
      <TextField
        label={say("people-new-password")}
        hint={say("people-new-password-hint", { least: leastPasswordLength, most: mostPasswordLength })}
        wrong={
          password !== "" && fault
            ? say(`people-password-${fault}`, { least: leastPasswordLength })
            : undefined
        }
        secret={!isMade}
        autocomplete="new-password"
        required
        value={password}
        onChange={onEdit}
      />
      <div class="form-foot">
        <Button small icon="again" onPress={make}>
          {say("people-make-password")}
        </Button>
        {isMade && <Copy text={() => password} />}
      </div>
    </>
  );
}
