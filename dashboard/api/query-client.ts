import { MutationCache, QueryCache, QueryClient } from "@tanstack/preact-query";
import { sessionOver } from "../session/presence.ts";
import { Problem } from "./problem.ts";

const onError = (error: Error) => {
  if (error instanceof Problem && error.status === 401) sessionOver();
};

const isPassing = (error: Error) => error instanceof Problem && (error.status === 0 || error.status >= 500);

/** Everything the page has been told. Whoever is told that they are not signed in sees the door. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  // What a browser thinks of the network is not asked: whether Taproom answers is found out by asking it.
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && isPassing(error),
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});
