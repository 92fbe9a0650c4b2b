import { useState } from "preact/hooks";
import { useAnswer } from "../../api/use.ts";
import { explain } from "../../api/words.ts";
import { Button } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { titleOf } from "../titles.ts";
import { EverybodyKnown } from "./everybody-known.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { PersonDialog } from "./person-dialog.tsx";
import { people, type Known } from "./routes.ts";
import { Sessions } from "./sessions.tsx";
import { say } from "./words.ts";

explain(["last-owner"], () => ({ words: say("people-last-owner") }));

/** What is being done about whom. */
type Deed = { readonly is: "adding" } | { readonly is: "changing" | "password"; readonly whom: Known };

export default function People() {
  const [deed, setDeed] = useState<Deed>();
  const known = useAnswer(people, {});
  const end = () => setDeed(undefined);
  const letIn = (
    <Button changes look="main" icon="plus" onPress={() => setDeed({ is: "adding" })}>
      {say("people-let-in")}
    </Button>
  );
  return (
    <Page title={titleOf("people")} intro={say("people-intro")} aside={letIn}>
      <EverybodyKnown
        answer={known}
        onChange={(whom) => setDeed({ is: "changing", whom })}
        onPassword={(whom) => setDeed({ is: "password", whom })}
      />
      <Sessions />
      {(deed?.is === "adding" || deed?.is === "changing") && (
        <PersonDialog whom={deed.is === "changing" ? deed.whom : undefined} onClose={end} />
      )}
      {deed?.is === "password" && <PasswordDialog whom={deed.whom} onClose={end} />}
    </Page>
  );
}
