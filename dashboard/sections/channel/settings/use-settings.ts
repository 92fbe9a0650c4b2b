import { useAnswer, useChange } from "../../../api/use.ts";
import { draftsOf } from "../../../parts/drafts.ts";
import { channel, channels, type Setting } from "../routes.ts";
import { say } from "../words.ts";
import { changedIn, type Draft, edited, emptyDraft, patchOf, typedIn, without, wrongIn } from "./draft.ts";
import type { Typed } from "./typed.ts";

const drafts = draftsOf<Draft>("channel");

const draftOf = (id: string) => drafts.of(id) ?? emptyDraft;

function keep(id: string, draft: Draft): void {
  if (draft.size > 0) drafts.keep(id, draft);
  else drafts.forget(id);
}

/** A hook: the settings of a channel, what has been changed in them, and a way to send it. */
export function useSettings(id: string) {
  const answer = useAnswer(channel.settings.form, { param: { id } }, { every: 30_000 });
  const settings = answer.data?.items ?? [];
  const draft = draftOf(id);
  const put = useChange(channel.settings.$put, {
    refreshes: [channels],
    done: say("channel-saved"),
    showsErrors: true,
  });
  const changed = changedIn(draft, settings);
  const isWrong = changed.some((setting) => wrongIn(draft, setting, settings));
  // More may have been typed while it was on its way.
  const goOn = () => keep(id, without(draftOf(id), draft));
  // By the promise: whoever goes elsewhere at once has sent it all the same.
  const send = () => put.mutateAsync({ param: { id }, json: patchOf(draft, settings) }).then(goOn, stays);
  return {
    answer,
    settings,
    typed: (setting: Setting) => typedIn(draft, setting),
    wrong: (setting: Setting) => wrongIn(draft, setting, settings),
    isChanged: ({ path }: Setting) => draft.has(path),
    edit(setting: Setting, typed: Typed) {
      if (put.isError) put.reset();
      keep(id, edited(draftOf(id), setting, typed));
    },
    save() {
      if (changed.length > 0 && !put.isPending && !isWrong) void send();
    },
    /** What the bar below them tells. */
    unsaved: {
      count: changed.length,
      isWrong,
      isSaving: put.isPending,
      refusal: put.error,
      onDiscard() {
        put.reset();
        drafts.forget(id);
      },
    },
  };
}

/** Why not is shown by the bar. */
const stays = () => undefined;

export type Settings = ReturnType<typeof useSettings>;
