import { useEffect, useState } from "preact/hooks";
import { Router } from "wouter-preact";
import { useHashLocation } from "wouter-preact/use-hash-location";
import type { Person } from "#domain/admin/rights";
import { Confirm } from "../parts/confirm.tsx";
import { Loading } from "../parts/loading.tsx";
import { Toasts } from "../parts/toast.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { presence } from "../session/presence.ts";
import { lookWhoIsHere } from "../session/session.ts";
import { DoorBefore, SignIn } from "../session/sign-in.tsx";
import { Brand } from "./brand.tsx";
import { Drawer } from "./drawer.tsx";
import { Live } from "./live.tsx";
import { Navigation } from "./navigation.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { SectionShown } from "./section-shown.tsx";
import { say } from "./words.ts";
import "./shell.css";

export function App() {
  return (
    <Router hook={useHashLocation}>
      <Shown />
      <Confirm />
      <Toasts />
    </Router>
  );
}

function Shown() {
  const now = presence.value;
  if (now.state === "unknown") return <Doorstep />;
  if (now.state === "away") return <SignIn why={now.why} />;
  return (
    <>
      <House key={now.person.id} person={now.person} />
      {now.state === "over" && <DoorBefore />}
    </>
  );
}

/** Before it is known who is there. */
function Doorstep() {
  const [error, setError] = useState<unknown>();
  const look = () => {
    setError(undefined);
    lookWhoIsHere().catch(setError);
  };
  useEffect(look, []);
  return (
    <div class="doorstep">
      <Brand />
      {error ? <Trouble error={error} onRetry={look} /> : <Loading />}
    </div>
  );
}

function House({ person }: { readonly person: Person }) {
  return (
    <div class="house">
      <a class="skip" href="#main" onClick={toContent}>
        {say("shell-skip")}
      </a>
      <aside class="side">
        <Brand />
        <Navigation />
      </aside>
      <div class="house-main">
        <header class="bar">
          <Drawer />
          <Live />
          <PersonMenu person={person} />
        </header>
        <SectionShown />
      </div>
    </div>
  );
}

/** The address after # names a section, so the jump is made by hand. */
function toContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#main")?.focus();
}
