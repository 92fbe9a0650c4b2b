import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface FollowedEnd {
  readonly view: RefObject<HTMLDivElement | null>;
  /** How many entries came since somebody scrolled away from the end. */
  readonly unseen: Signal<number>;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Keeps the end of a growing list in sight, until somebody scrolls up to read. */
export function useFollowEnd(lastKey: string | undefined): FollowedEnd {
  const view = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const unseen = useSignal(0);

  const goToEnd = () => {
    view.current?.scrollTo({ top: view.current.scrollHeight });
    isAtEnd.current = true;
    unseen.value = 0;
  };
  const onScroll = () => {
    if (!view.current) return;
    const { scrollHeight, scrollTop, clientHeight } = view.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 48;
    if (isAtEnd.current) unseen.value = 0;
  };

  useLayoutEffect(() => {
    if (isAtEnd.current) goToEnd();
    else unseen.value += 1;
  }, [lastKey]);

  // The view also changes its height: a tab comes to the front, a keyboard opens, a clock appears on a line.
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => isAtEnd.current && goToEnd());
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return { view, unseen, onScroll, goToEnd };
}
