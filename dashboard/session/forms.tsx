import { useState } from "preact/hooks";
import { Problem } from "../api/problem.ts";
import { wordsOf } from "../api/words.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { Form } from "../parts/form.tsx";
import { Countdown } from "./countdown.tsx";
import { signInWithPassword, signInWithToken } from "./session.ts";
import { say } from "./words.ts";

export function TokenForm() {
  const [token, setToken] = useState("");
  const attempt = useAttempt(() => signInWithToken(token.trim()));
  return (
    <Form onSend={attempt.send}>
      <TextField
        label={say("session-token")}
        hint={say("session-token-hint")}
        secret
        autocomplete="current-password"
        required
        value={token}
        onChange={setToken}
      />
      <SignInFoot {...attempt} />
    </Form>
  );
}

export function PasswordForm() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useAttempt(() => signInWithPassword(name.trim(), password));
  return (
    <Form onSend={attempt.send}>
      <TextField
        label={say("session-name")}
        autocomplete="username"
        required
        value={name}
        onChange={setName}
      />
      <TextField
        label={say("session-password")}
        secret
        autocomplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
      <SignInFoot {...attempt} />
    </Form>
  );
}

interface Attempt {
  readonly send: () => void;
  readonly pending: boolean;
  readonly error: unknown;
  /** Until then nothing is tried: in milliseconds since the epoch. */
  readonly waitUntil: number | undefined;
  readonly onWaited: () => void;
}

/** Tries to come in; when it worked, the door is gone from the page. */
function useAttempt(knock: () => Promise<void>): Attempt {
  const [error, setError] = useState<unknown>();
  const [waitUntil, setWaitUntil] = useState<number>();
  const [pending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    setError(undefined);
    try {
      await knock();
    } catch (refused) {
      setError(refused);
      setWaitUntil(waitAfter(refused));
    } finally {
      setPending(false);
    }
  };
  const onWaited = () => {
    setWaitUntil(undefined);
    setError(undefined);
  };
  return { send: () => void send(), pending, error, waitUntil, onWaited };
}

const waitAfter = (error: unknown) =>
  error instanceof Problem && error.status === 429 && error.retryAfter !== undefined
    ? Date.now() + error.retryAfter * 1_000
    : undefined;

/** What went wrong, and the way to try again. */
function SignInFoot({ pending, error, waitUntil, onWaited }: Attempt) {
  return (
    <>
      {error !== undefined && (
        <p class="field-wrong" role="alert">
          {refusal(error)} {waitUntil !== undefined && <Countdown until={waitUntil} onEnd={onWaited} />}
        </p>
      )}
      <Button type="submit" look="main" pending={pending} disabled={waitUntil !== undefined}>
        {say("session-sign-in")}
      </Button>
    </>
  );
}

function refusal(error: unknown): string {
  if (!(error instanceof Problem)) return wordsOf(error);
  if (error.status === 429) return say("session-wait");
  if (error.status !== 401) return wordsOf(error);
  return `${say("session-wrong")} ${tries(error.attemptsLeft)}`.trim();
}

const tries = (left: number | undefined) =>
  left === undefined ? "" : say("session-attempts-left", { tries: left });
