import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { client } from "../api/client.ts";
import { useAnswer } from "../api/use.ts";
import { Choice } from "../parts/choice.tsx";
import { Icon } from "../parts/icon.tsx";
import { Told } from "../parts/told.tsx";
import { Brand } from "../shell/brand.tsx";
import { Looks } from "../shell/looks.tsx";
import { PasswordForm, TokenForm } from "./forms.tsx";
import type { Obstacle } from "./way-back.ts";
import { say } from "./words.ts";
import "./sign-in.css";

/** The door: every way in that is set up, and why somebody stands before it again. */
export function SignIn({ why }: { readonly why?: Obstacle | undefined }) {
  const ways = useAnswer(client.api.session.ways, {});
  useEffect(() => {
    const before = document.title;
    document.title = `${say("session-title")} · Taproom`;
    return () => {
      document.title = before;
    };
  });
  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <Brand />
        <h1>{say("session-title")}</h1>
        {why && <Notice why={why} />}
        <Told answer={ways}>{(open) => <Ways {...open} />}</Told>
        <FirstTime />
      </div>
      <Looks />
    </main>
  );
}

/** The session has ended while the page was open: the door stands before it, and nothing behind it can be seen or used. */
export function DoorBefore() {
  const door = useRef<HTMLDialogElement>(null);
  const shut = () => door.current?.showModal();
  useLayoutEffect(() => {
    shut();
    const opened = door.current;
    // So the keyboard gets back to where it was.
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={door}
      class="sign-in-before"
      aria-label={say("session-title")}
      closedby="none"
      onCancel={stay}
      onClose={shut}
    >
      <SignIn why="over" />
    </dialog>
  );
}

/** Where `closedby` is not known yet. */
const stay = (event: Event) => event.preventDefault();

const Notice = ({ why }: { readonly why: Obstacle }) => (
  <p class="sign-in-notice" role="alert">
    <Icon name="info" />
    {say(`session-obstacle-${why}`)}
  </p>
);

interface WaysProps {
  readonly twitch: boolean;
  readonly telegram: boolean;
  readonly password: boolean;
}

function Ways({ twitch, telegram, password }: WaysProps) {
  const [way, setWay] = useState<"token" | "password">(password ? "password" : "token");
  return (
    <>
      {twitch && (
        <a class="button sign-in-twitch" href="/api/session/twitch">
          {say("session-twitch")}
        </a>
      )}
      {telegram && (
        <a class="button sign-in-telegram" href="/api/session/telegram">
          {say("session-telegram")}
        </a>
      )}
      {(twitch || telegram) && <p class="sign-in-or">{say("session-or")}</p>}
      {password && (
        <Choice
          label={say("session-title")}
          options={[
            { name: "password", text: say("session-by-password") },
            { name: "token", text: say("session-by-token") },
          ]}
          chosen={way}
          onChoose={setWay}
        />
      )}
      {way === "token" ? <TokenForm /> : <PasswordForm />}
    </>
  );
}

/** Whoever has just set Taproom up is known to nobody yet. */
const FirstTime = () => (
  <details class="sign-in-first">
    <summary>{say("session-first")}</summary>
    <ul>
      <li>{say("session-first-token")}</li>
      <li>{say("session-first-twitch")}</li>
      <li>{say("session-first-invited")}</li>
      <li>{say("session-first-dev")}</li>
    </ul>
  </details>
);
