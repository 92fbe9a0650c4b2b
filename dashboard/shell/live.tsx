import { connection } from "../api/connection.ts";
import { say } from "./words.ts";

/** Whether Taproom answers. */
export function Live() {
  const state = connection.value;
  return (
    <span class="live" data-state={state} role="status">
      {say(state === "open" ? "shell-connected" : "shell-lost")}
    </span>
  );
}
