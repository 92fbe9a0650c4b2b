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
    if (open) dialog.current?.showModal();
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
