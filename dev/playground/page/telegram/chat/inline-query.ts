/** What the bot offers for what is being typed after its name. */
import { useSignal, useSignalEffect } from "@preact/signals";
import type { InlineAnswer, InlineResult } from "../../../wire-telegram.ts";
import { askInline, choose, start } from "../state/deeds.ts";
import { draft, inlineQuery } from "../state/draft.ts";

export interface InlineOffer {
  readonly isOpen: boolean;
  /** Nothing until the bot has answered. */
  readonly answer: InlineAnswer | undefined;
  /** Whether what was asked last has been answered. */
  readonly isAsking: boolean;
  readonly marked: InlineResult | undefined;
  readonly choose: (result: InlineResult) => void;
  readonly chooseMarked: () => void;
  /** The line above the results leads into the chat with the bot. */
  readonly leave: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Telegram asks when somebody has paused, and not at every letter. */
const pause = 350;

export function useInlineResults(): InlineOffer {
  const answer = useSignal<InlineAnswer | undefined>(undefined);
  const isAsking = useSignal(false);
  const place = useSignal(0);

  useSignalEffect(() => {
    const query = inlineQuery.value;
    answer.value = undefined;
    place.value = 0;
    isAsking.value = query !== undefined;
    if (query === undefined) return undefined;
    let isStale = false;
    const timer = setTimeout(async () => {
      const heard = await askInline(query);
      if (isStale) return;
      answer.value = heard;
      isAsking.value = false;
    }, pause);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  });

  const results = answer.value?.answer?.results ?? [];
  const marked = results[Math.min(place.value, results.length - 1)];
  const chooseResult = (result: InlineResult) => {
    const query = inlineQuery.value ?? "";
    const id = answer.value?.query_id ?? "";
    draft.value = "";
    void choose(id, query, result);
  };

  return {
    isOpen: inlineQuery.value !== undefined,
    answer: answer.value,
    isAsking: isAsking.value,
    marked,
    choose: chooseResult,
    chooseMarked: () => marked && chooseResult(marked),
    leave() {
      draft.value = "";
      void start(answer.value?.answer?.button?.start_parameter ?? "");
    },
    onKeyDown(event) {
      if (event.key === "Escape" && inlineQuery.value !== undefined) draft.value = "";
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || results.length === 0) return;
      event.preventDefault();
      place.value = (place.value + step + results.length) % results.length;
    },
  };
}
