import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
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
  const beganBeside = useRef(false);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (open && shown) show(shown);
    // At once, while it is still in the page: only one that is closed gives the keyboard back.
    return () => shown?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      // Told a moment later: by then it may have been taken away, or be open again.
      onClose={() => dialog.current?.open === false && onClose()}
      // Text that is marked with the mouse may end beside it.
      onPointerDown={({ target, currentTarget }) => (beganBeside.current = target === currentTarget)}
      onClick={({ target, currentTarget }) =>
        beganBeside.current && target === currentTarget && currentTarget.close()
      }
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
