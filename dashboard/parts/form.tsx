import type { ComponentChildren } from "preact";
import { useMayChange } from "./permission.tsx";

interface FormProps {
  readonly onSend: () => void;
  /** What it sends changes something of its section: who may not, sees it and can fill nothing in. */
  readonly changes?: boolean;
  readonly children: ComponentChildren;
}

/** A form that is sent by script, with Enter too. */
export function Form({ onSend, changes = false, children }: FormProps) {
  const mayChange = useMayChange();
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <fieldset class="form-fields" disabled={changes && !mayChange}>
        {children}
      </fieldset>
    </form>
  );
}
