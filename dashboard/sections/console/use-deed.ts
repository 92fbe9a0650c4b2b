import { useRef } from "preact/hooks";
import { useChange } from "../../api/use.ts";
import { type Press, pressFor } from "./press.ts";
import type { DeedTold } from "./routes.ts";

/** A hook: has something done, once for each press, however often an answer gets lost. */
export function useDeed(ask: (key: string, wish: string) => Promise<{ json(): Promise<DeedTold> }>) {
  const press = useRef<Press>(undefined);
  const underWay = useRef(false);
  const deed = useChange(
    (wish: string) => {
      press.current = pressFor(wish, press.current);
      return ask(press.current.key, wish);
    },
    { refreshes: [] },
  );
  const wishFor = (wish: string, onDone?: () => void) => {
    // A second press may come before the button knows that it waits.
    if (underWay.current) return;
    underWay.current = true;
    deed.mutate(wish, {
      onSuccess: () => {
        press.current = undefined;
        onDone?.();
      },
      onSettled: () => (underWay.current = false),
    });
  };
  return { wishFor, pending: deed.isPending, told: deed.data };
}
