import type { Person } from "#domain/admin/rights";
import { wordsOf } from "../api/words.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { toast } from "../parts/toast.tsx";
import { signOut } from "../session/session.ts";
import { say } from "./words.ts";

const leaveOrTell = () => signOut().catch((error: unknown) => toast(wordsOf(error), "bad"));

/** Who is here, and the way out. */
export function PersonMenu({ person: { id, name, role } }: { readonly person: Person }) {
  return (
    <>
      <button type="button" class="person" popovertarget="person-menu">
        <span class="person-picture" aria-hidden="true">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span class="person-name">{name}</span>
        <Icon name="down" />
      </button>
      <div id="person-menu" class="person-menu" popover="auto">
        <p>
          <strong>{name}</strong>
        </p>
        <p class="hint">
          {say(`shell-${role}`)} · {id}
        </p>
        <Button icon="out" onPress={() => void leaveOrTell()}>
          {say("shell-sign-out")}
        </Button>
      </div>
    </>
  );
}
