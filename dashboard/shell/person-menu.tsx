import { useRef } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Person } from "#domain/admin/rights";
import { wordsOf } from "../api/words.ts";
import { Button } from "../parts/button.tsx";
import { confirmed } from "../parts/confirm.tsx";
import { isAnythingUnsaved } from "../parts/drafts.ts";
import { Icon } from "../parts/icon.tsx";
import { toast } from "../parts/toast.tsx";
import { signOut } from "../session/session.ts";
import { yourSessions } from "./section-shown.tsx";
import { say } from "./words.ts";

/** Nobody who comes next finds what was typed, so it would be lost. */
async function leaveOrTell(): Promise<void> {
  if (isAnythingUnsaved() && !(await confirmed(loss()))) return;
  await signOut().catch((error: unknown) => toast(wordsOf(error), "bad"));
}

const loss = () => ({
  title: say("shell-sign-out-unsaved"),
  text: say("shell-sign-out-unsaved-text"),
  action: say("shell-sign-out"),
});

/** Who is here, and the way out. */
export function PersonMenu({ person: { id, name: called, role } }: { readonly person: Person }) {
  const name = id === "token" ? say("shell-token") : called;
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  return (
    <>
      <button type="button" class="person" popovertarget="person-menu">
        <span class="person-picture" aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span class="person-name">{name}</span>
        <Icon name="down" />
      </button>
      <div ref={menu} id="person-menu" class="person-menu" popover="auto">
        <p>
          <strong>{name}</strong>
        </p>
        <p class="hint">
          {say(`shell-${role}`)} · {id}
        </p>
        <Link class="button button-usual" href={`/${yourSessions}`} onClick={close}>
          {say("shell-your-sessions")}
        </Link>
        <Button icon="out" onPress={() => void leaveOrTell()}>
          {say("shell-sign-out")}
        </Button>
      </div>
    </>
  );
}
