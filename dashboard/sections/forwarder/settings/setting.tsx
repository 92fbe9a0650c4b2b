import type { ComponentChildren } from "preact";
import { IconButton } from "../../../parts/button.tsx";
import { isSame } from "./draft.tsx";
import { say } from "./words.ts";

interface SettingProps<Value> {
  readonly name: string;
  readonly value: Value;
  /** What it is if nobody chooses. */
  readonly usual: Value;
  readonly onReset: () => void;
  readonly children: ComponentChildren;
}

/** A field with a way back to what it is if nobody chooses. */
export function Setting<Value>({ name, value, usual, onReset, children }: SettingProps<Value>) {
  return (
    <div class="settings-one">
      {children}
      {!isSame(value, usual) && (
        <IconButton icon="again" name={say("settings-back", { name })} onPress={onReset} />
      )}
    </div>
  );
}
