import { say } from "./words.ts";
import "./states.css";

/** The shape of what is on its way. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  return (
    <div class="loading" role="status" aria-label={say("parts-loading")}>
      {Array.from({ length: lines }, (_, nth) => (
        <span key={nth} class="loading-line" />
      ))}
    </div>
  );
}
