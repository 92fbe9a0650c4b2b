import { Page } from "../../parts/page.tsx";
import { personShown } from "../../session/presence.ts";
import { Sessions } from "./sessions.tsx";
import { say } from "./words.ts";

/** Where whoever is here is signed in; for moderators too, to whom the section is closed. */
export default function YourSessions() {
  return (
    <Page title={say("people-yours")} intro={say("people-yours-intro")}>
      <Sessions of={personShown.value?.id} />
    </Page>
  );
}
