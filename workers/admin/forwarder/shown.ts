import { iso } from "#kernel/clock";
import type { Language } from "#kernel/i18n";
import type { Skipped } from "#adapters/forwarder/mapping-service";
import { type Chat, placeName } from "#domain/forwarder/chat";
import type { Mapping } from "#domain/forwarder/mapping";
import { refusalIn } from "#domain/forwarder/refusals/refusals";

// The forwarder's things as the API shows them.

export const shownMapping = ({ source, target, settings, lastCarriedAt, ...others }: Mapping) => ({
  ...others,
  source: placeName(source),
  target: placeName(target),
  ...(lastCarriedAt !== undefined && { lastCarriedAt: iso(lastCarriedAt) }),
  ...settings,
});

export const shownChat = ({ checkedAt, ...others }: Chat) => ({ ...others, checkedAt: iso(checkedAt) });

export const shownSkipped =
  (language: Language) =>
  ({ why, ...pair }: Skipped) => ({
    ...pair,
    code: why.code,
    message: refusalIn(language, why),
  });
