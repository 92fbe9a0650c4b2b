import { useState } from "preact/hooks";
import { Problem } from "../api/problem.ts";
import { wordsOf } from "../api/words.ts";
import { Button } from "../parts/button.tsx";
import { TextField } from "../parts/field.tsx";
import { Form } from "../parts/form.tsx";
import { signInWithPassword, signInWithToken } from "./session.ts";
import { say } from "./words.ts";

export function TokenForm() {
  const [token, setToken] = useState("");
  const { send, wrong, pending } = useTry(() => signInWithToken(token.trim()));
  return (
    <Form onSend={send}>
      <TextField
        label={say("session-token")}
        hint={say("session-token-hint")}
        secret
        autocomplete="current-password"
        required
        value={token}
        wrong={wrong}
        onChange={setToken}
      />
      <SignInButton pending={pending} />
    </Form>
  );
}

export function PasswordForm() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { send, wrong, pending } = useTry(() => signInWithPassword(name.trim(), password));
  return (
    <Form onSend={send}>
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
        wrong={wrong}
        onChange={setPassword}
      />
      <SignInButton pending={pending} />
    </Form>
  );
}

const SignInButton = ({ pending }: { readonly pending: boolean }) => (
  <Button type="submit" look="main" pending={pending}>
    {say("session-sign-in")}
  </Button>
);

/** Tries to come in; when it worked, the door is gone from the page. */
function useTry(knock: () => Promise<void>) {
  const [error, setError] = useState<unknown>();
  const [pending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    try {
      await knock();
    } catch (refused) {
      setError(refused);
    } finally {
      setPending(false);
    }
  };
  return { send: () => void send(), pending, wrong: error === undefined ? undefined : refusal(error) };
}

function refusal(error: unknown): string {
  if (!(error instanceof Problem)) return wordsOf(error);
  const { status, attemptsLeft, retryAfter } = error;
  if (status === 429 && retryAfter) return say("session-wait", { seconds: retryAfter });
  if (status !== 401) return wordsOf(error);
  const left = attemptsLeft === undefined ? "" : say("session-attempts-left", { tries: attemptsLeft });
  return `${say("session-wrong")} ${left}`.trim();
}
