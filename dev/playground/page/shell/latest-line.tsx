import { Name } from "../parts/name.tsx";
import { chat } from "../state/channel.ts";
import { view } from "./view.ts";

/** On a narrow screen chat is behind another view; its latest words stay in sight. */
export function LatestLine() {
  const line = chat.value.at(-1);
  if (!line || view.value === "chat") return null;
  return (
    <button
      type="button"
      class="latest-line"
      onClick={() => {
        view.value = "chat";
      }}
    >
      <Name user={line.user} />: {line.text.replace(/[\u2800-\u28ff]+/g, "▦").replace(/(▦ ?)+/g, "▦")}
    </button>
  );
}
