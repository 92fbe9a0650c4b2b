import { useEffect, useReducer } from "preact/hooks";

interface CountdownProps {
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly onEnd: () => void;
}

/** How long somebody still has to wait. It is shown every second and not read aloud each time. */
export function Countdown({ until, onEnd }: CountdownProps) {
  const [, tick] = useReducer((times: number) => times + 1, 0);
  const left = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
  useEffect(() => {
    if (left === 0) return onEnd();
    const timer = setTimeout(tick, 250, undefined);
    return () => clearTimeout(timer);
  });
  return (
    <span class="countdown" role="timer">
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, "0")}
    </span>
  );
}
