/** The draft: what is being written in the source, and whether it answers a message or changes one. */
import { effect, signal } from "@preact/signals";
import type { ShownMessage } from "../../../wire-telegram.ts";
import { opened } from "./rooms.ts";

export const draft = signal("");

export type About = { readonly is: "reply" | "edit"; readonly message: ShownMessage };
export const about = signal<About | undefined>();

export function answer(message: ShownMessage): void {
  about.value = { is: "reply", message };
}

export function startEditing(message: ShownMessage): void {
  about.value = { is: "edit", message };
  draft.value = message.text ?? message.caption ?? "";
}

export function leaveDraft(): void {
  if (about.value?.is === "edit") draft.value = "";
  about.value = undefined;
}

export function forgetDraftWithRoom(): void {
  effect(() => {
    void opened.value.source?.name;
    about.value = undefined;
  });
}
