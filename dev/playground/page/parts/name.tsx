import type { User } from "../../../emulators/twitch/entities.ts";
import { isOurBot } from "../state/channel.ts";

/** Somebody's display name, in a colour of their own that can be read on either theme. */
export function Name({ user }: { readonly user: User }) {
  const kind = isOurBot(user.id) ? "name name-ours" : "name";
  return (
    <b class={kind} style={{ "--hue": hueOf(user.id) }} title={`@${user.login}`}>
      {user.name}
    </b>
  );
}

/** The golden angle puts neighbouring ids far apart on the wheel of colours. */
function hueOf(id: string): number {
  const sum = [...id].reduce((total, digit) => total * 31 + digit.charCodeAt(0), 7);
  return Math.round((sum * 137.508) % 360);
}
