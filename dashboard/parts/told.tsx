import type { UseQueryResult } from "@tanstack/preact-query";
import type { ComponentChildren } from "preact";
import { Loading } from "./loading.tsx";
import { Trouble } from "./trouble.tsx";

interface ToldProps<Value> {
  readonly answer: Pick<UseQueryResult<Value>, "data" | "error" | "refetch">;
  /** How many lines it will have, about. */
  readonly lines?: number;
  readonly children: (value: Value) => ComponentChildren;
}

/** What has been asked for: on its way, in trouble, or here. What is here stays while it is asked for anew. */
export function Told<Value>({ answer: { data, error, refetch }, lines = 3, children }: ToldProps<Value>) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  return <Loading lines={lines} />;
}
