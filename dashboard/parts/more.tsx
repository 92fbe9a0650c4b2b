import { Button } from "./button.tsx";
import { say } from "./words.ts";

interface MoreProps {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Below a list of `useList`: what follows, as long as something follows. */
export function More({ list }: { readonly list: MoreProps }) {
  if (!list.hasNextPage) return null;
  return (
    <div class="more">
      <Button icon="down" pending={list.isFetchingNextPage} onPress={() => list.fetchNextPage()}>
        {say("parts-more")}
      </Button>
    </div>
  );
}
