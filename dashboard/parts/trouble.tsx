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
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" />
      <p>
        <Said error={error} />
      </p>
      {onRetry && (
        <Button small icon="again" onPress={onRetry}>
          {say("parts-try-again")}
        </Button>
      )}
    </div>
  );
}

/** In a form: why it was not sent, or not taken. */
export function Wrong({ error }: { readonly error: unknown }) {
  return error ? (
    <p class="field-wrong" role="alert">
      <Said error={error} />
    </p>
  ) : null;
}

/** The same within something else. */
export function Said({ error }: { readonly error: unknown }) {
  const { words, detail } = saidOf(error);
  return (
    <>
      {words}
      {detail !== undefined && (
        <small class="trouble-detail" lang="en">
          {detail}
        </small>
      )}
    </>
  );
}
