import { useState } from "preact/hooks";
import { Problem } from "../../../api/problem.ts";
import { wordsOf } from "../../../api/words.ts";
import { useLookUp } from "../../../chatters/met.ts";
import { namedIn, told } from "../../../chatters/named.ts";
import { Button } from "../../../parts/button.tsx";
import { TextField } from "../../../parts/field.tsx";
import { say } from "../words.ts";

interface MorePeopleProps {
  readonly onAdd: (ids: readonly string[]) => void;
}

/** A field for people as one knows them, and a button that finds them. */
export function MorePeople({ onAdd }: MorePeopleProps) {
  const { typed, type, look, isReady, isLooking, wrong } = useLook(onAdd);
  return (
    <div
      class="fields channel-people-more"
      // It stands in the form that saves, which Enter would send.
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        look();
      }}
    >
      <TextField
        label={say("channel-people-more")}
        hint={say("channel-people-more-hint")}
        wrong={wrong}
        value={typed}
        onChange={type}
      />
      <Button icon="plus" disabled={!isReady} pending={isLooking} onPress={look}>
        {say("channel-people-add")}
      </Button>
    </div>
  );
}

/** Whom Twitch does not know stays in the field; while it does not answer, ids are taken as they are. */
function useLook(onAdd: MorePeopleProps["onAdd"]) {
  const [typed, setTyped] = useState("");
  const [nobody, setNobody] = useState<readonly string[]>([]);
  const lookUp = useLookUp();
  const named = namedIn(typed);
  const isReady = typed.trim() !== "" && named.wrong.length === 0;
  const settle = (ids: readonly string[], left: readonly string[]) => {
    setTyped(left.join(" "));
    if (ids.length > 0) onAdd(ids);
  };
  return {
    typed,
    type(text: string) {
      setTyped(text);
      setNobody([]);
      lookUp.reset();
    },
    look() {
      if (!isReady || lookUp.isPending) return;
      lookUp.mutate(named, {
        onSuccess: (found) => {
          const answer = told(named, found);
          setNobody(answer.nobody);
          settle(answer.known, answer.nobody);
        },
        onError: () => settle(named.ids, named.logins),
      });
    },
    isReady,
    isLooking: lookUp.isPending,
    wrong: wrongWith(named.wrong, nobody, named.logins.length > 0 ? lookUp.error : null),
  };
}

function wrongWith(words: readonly string[], nobody: readonly string[], error: Error | null) {
  if (words.length > 0) return say("channel-people-wrong", { words: words.join(", ") });
  if (nobody.length > 0) return say("channel-people-nobody", { words: nobody.join(", ") });
  return error ? say("channel-people-away", { why: reasonOf(error) }) : undefined;
}

/** Taproom asks nobody else here. */
const ofTwitch: ReadonlySet<string> = new Set(["silence", "upstream"]);

/** Why it is not known who somebody is. */
export const reasonOf = (error: Error): string =>
  error instanceof Problem && ofTwitch.has(error.code) ? say("channel-people-no-twitch") : wordsOf(error);
