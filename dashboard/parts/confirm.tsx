/** Asks before something that cannot be taken back: `if (await confirmed({ … })) …`. */
import { signal } from "@preact/signals";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { say } from "./words.ts";

interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly danger?: boolean;
}

const asked = signal<(Question & { readonly answer: (yes: boolean) => void }) | undefined>();

export function confirmed(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.value = { ...question, answer: resolve };
  });
}

const answer = (yes: boolean) => {
  asked.value?.answer(yes);
  asked.value = undefined;
};

/** Stands once, in the shell. */
export function Confirm() {
  const { title = "", text, action, danger = true } = asked.value ?? {};
  return (
    <Dialog title={title} open={asked.value !== undefined} onClose={() => answer(false)}>
      <p>{text}</p>
      <div class="dialog-foot">
        <Button look="quiet" onPress={() => answer(false)}>
          {say("parts-cancel")}
        </Button>
        <Button look={danger ? "danger" : "main"} onPress={() => answer(true)}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
