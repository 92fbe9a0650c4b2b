import { Icon } from "../parts/icon.tsx";
import { texts } from "../state/language.ts";
import { dismiss, notices } from "../state/notices.ts";

export function NoticeList() {
  return (
    <div class="notices" role="status">
      {notices.value.map(({ id, tone, text }) => (
        <div key={id} class={`notice notice-${tone}`}>
          {text}
          <button type="button" aria-label={texts.value.close} onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
