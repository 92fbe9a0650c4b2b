import { Choice } from "../../parts/choice.tsx";
import { TextField } from "../../parts/field.tsx";
import { type Draft, isAccount, places } from "./draft.ts";
import { PasswordFields } from "./password-fields.tsx";
import { say } from "./words.ts";

interface AccountFieldsProps {
  readonly draft: Draft;
  readonly onEdit: (part: Partial<Draft>) => void;
}

/** Where somebody new is known, and what they are called. */
export function AccountFields({ draft, onEdit }: AccountFieldsProps) {
  const { place, account, name, password } = draft;
  const isWrong = account !== "" && !isAccount(draft);
  return (
    <>
      <Choice
        label={say("people-way")}
        options={places.map((each) => ({ name: each, text: say(`people-way-${each}`) }))}
        chosen={place}
        onChoose={(chosen) => onEdit({ place: chosen, account: "" })}
      />
      <TextField
        label={say(`people-account-${place}`)}
        hint={say(`people-account-${place}-hint`)}
        wrong={isWrong ? say(`people-account-${place}-wrong`) : undefined}
        required
        value={account}
        onChange={(typed) => onEdit({ account: typed })}
      />
      {place !== "twitch" && (
        <TextField
          label={say("people-name")}
          hint={say("people-name-hint")}
          required
          value={name}
          onChange={(typed) => onEdit({ name: typed })}
        />
      )}
      {place === "name" && (
        <PasswordFields password={password} of={name} onEdit={(typed) => onEdit({ password: typed })} />
      )}
    </>
  );
}
