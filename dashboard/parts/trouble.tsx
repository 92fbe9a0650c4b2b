import { saidOf } from "../api/words.ts";
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
  const { words, detail } = saidOf(error);
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" />
      <p>
        {words}
        {detail !== undefined && (
          <small class="trouble-detail" lang="en">
            {detail}
          </small>
        )}
      </p>
      {onRetry && (
        <Button small icon="again" onPress={onRetry}>
          {say("parts-try-again")}
        </Button>
      )}
    </div>
  );
}
