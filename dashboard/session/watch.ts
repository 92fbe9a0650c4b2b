/** Keeps the page to what its session may, without anybody loading it anew. */
import { Problem } from "../api/problem.ts";
import { queryClient } from "../api/query-client.ts";
import { presence } from "./presence.ts";
import { lookAgain } from "./session.ts";

const pause = 120_000;

/** Looks every few minutes, when somebody comes back to the page, and when something was refused that was offered. */
export function watchSession(): void {
  setInterval(() => presence.value.state === "here" && look(), pause);
  document.addEventListener("visibilitychange", look);
  const lookIfRefused = (event: object) => {
    if (isRefusal(event)) look();
  };
  queryClient.getQueryCache().subscribe(lookIfRefused);
  queryClient.getMutationCache().subscribe(lookIfRefused);
}

function look(): void {
  if (document.visibilityState === "visible" && presence.value.state !== "unknown") void lookAgain();
}

interface Happening {
  readonly action?: { readonly type?: string; readonly error?: unknown };
}

const isRefusal = ({ action }: Happening) =>
  action?.type === "error" && action.error instanceof Problem && action.error.status === 403;
