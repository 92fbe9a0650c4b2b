import { wordsOf } from "../api/words.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { say } from "./words.ts";
import "./states.css";

interface TroubleProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What could not be had, why, and a way to try again. */
export function Trouble({ error, onRetry }: TroubleProps) {
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" />
      <p>{wordsOf(error)}</p>
      {onRetry && (
        <Button small icon="again" onPress={onRetry}>
          {say("parts-try-again")}
        </Button>
      )}
    </div>
  );
}
