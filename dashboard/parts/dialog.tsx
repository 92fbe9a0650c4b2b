import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { IconButton } from "./button.tsx";
import { say } from "./words.ts";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  /** The browser keeps the keyboard in it, and gives it back where it was. */
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Something that has to be seen to before anything else. Escape and a press beside it close it. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && dialog.current) show(dialog.current);
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      {open && (
        <div class="dialog-content">
          <header class="dialog-head">
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" name={say("parts-close")} onPress={() => dialog.current?.close()} />
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}

const controls = ":is(input, select, textarea, button:not([tabindex='-1'])):enabled";

/** The keyboard begins at what there is to do, not at the cross. */
function show(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>(`.dialog-head ~ ${controls}, .dialog-head ~ * ${controls}`)?.focus();
}
