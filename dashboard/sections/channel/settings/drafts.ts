/** Drafts outlive the walk to another page of the panel; what is not saved is not lost by looking elsewhere. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useAnswer, useChange } from "../../../api/use.ts";
import { channel, channels, type Setting } from "../routes.ts";
import { say } from "../words.ts";
import { changedIn, type Draft, edited, emptyDraft, patchOf, typedIn, wrongIn } from "./draft.ts";
import type { Typed } from "./typed.ts";

const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

const keep = (id: string, draft: Draft) => {
  drafts.value = new Map(drafts.value).set(id, draft);
};

/** A hook: the settings of a channel, what has been changed in them, and a way to send it. */
export function useSettings(id: string) {
  const answer = useAnswer(channel.settings.form, { param: { id } }, { every: 30_000 });
  const settings = answer.data?.items ?? [];
  const draft = drafts.value.get(id) ?? emptyDraft;
  const put = useChange(channel.settings.$put, {
    refreshes: [channels],
    done: say("channel-saved"),
    showsErrors: true,
  });
  const changed = changedIn(draft, settings);
  useEffect(() => (changed.length > 0 ? warnBeforeLeaving() : undefined), [changed.length > 0]);
  return {
    answer,
    settings,
    changed,
    typed: (setting: Setting) => typedIn(draft, setting),
    wrong: (setting: Setting) => wrongIn(draft, setting, settings),
    isChanged: ({ path }: Setting) => draft.has(path),
    edit(setting: Setting, typed: Typed) {
      put.reset();
      keep(id, edited(draft, setting, typed));
    },
    discard() {
      put.reset();
      keep(id, emptyDraft);
    },
    save() {
      if (changed.length === 0 || put.isPending || changed.some((each) => wrongIn(draft, each, settings)))
        return;
      put.mutate(
        { param: { id }, json: patchOf(draft, settings) },
        { onSuccess: () => keep(id, emptyDraft) },
      );
    },
    isSaving: put.isPending,
    refusal: put.error,
  };
}

export type Settings = ReturnType<typeof useSettings>;

function warnBeforeLeaving(): () => void {
  addEventListener("beforeunload", warn);
  return () => removeEventListener("beforeunload", warn);
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault();
