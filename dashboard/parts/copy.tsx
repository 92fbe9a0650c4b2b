import { Button } from "./button.tsx";
import { toast } from "./toast.tsx";
import { say } from "./words.ts";

/** Puts a text on the clipboard, made at the moment it is wanted. */
export function Copy({ text, label }: { readonly text: () => string; readonly label?: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      toast(say("parts-copied"));
    } catch {
      // Over plain HTTP from another machine there is no clipboard.
      toast(say("parts-copy-failed"), "bad");
    }
  };
  return (
    <Button small look="quiet" icon="copy" onPress={() => void copy()}>
      {label ?? say("parts-copy")}
    </Button>
  );
}
