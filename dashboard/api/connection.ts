/** Whether Taproom answers. Every question tells; while it does not, it is asked again and again. */
import { signal } from "@preact/signals";

export type Connection = "open" | "lost";
export const connection = signal<Connection>("open");

const pause = 3_000;

/** Asks until there is an answer, and then says so. */
export function watchConnection(ask: () => Promise<unknown>, whenBack: () => void): void {
  connection.subscribe((now) => {
    if (now === "lost") setTimeout(() => void tryAgain(), pause);
  });

  async function tryAgain(): Promise<void> {
    if (connection.value === "open") return whenBack();
    try {
      await ask();
      whenBack();
    } catch {
      // Still nobody there: that is what is being waited for.
      setTimeout(() => void tryAgain(), pause);
    }
  }
}
