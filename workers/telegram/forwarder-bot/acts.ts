import { text } from "#kernel/text";
import { languages } from "#kernel/i18n";
import { styleNamed } from "#domain/forwarder/panel/screens/mapping";
import { isOption } from "#domain/forwarder/panel/option-list";
import { type BotContext, channelsOf, mappingsOf, sayingTo, whoActs } from "./conversation.ts";
import { change } from "./effects.ts";
import { exported } from "./files.ts";
import { dropped, retried } from "./job-views.ts";
import { tooOld } from "./old-button.ts";
import { show } from "./show.ts";
import { viewOf } from "./views.ts";

/** A button that does something at once. Throws Refused and Unusable. */
export async function acted(ctx: BotContext, [name = "", ...args]: readonly string[]): Promise<void> {
  // Every deed asks anew who is there.
  const who = whoActs(ctx);
  const [first = "", second = "", third = "", fourth = "mapping"] = args;
  switch (name) {
    case "enable":
      await mappingsOf(ctx).enable(Number(first), second === "true", who);
      return then(ctx, "mapping", first);
    case "set":
      if (!isOption(second)) return tooOld(ctx);
      await change(ctx, Number(first), { is: "option", name: second, value: third });
      return then(ctx, fourth, first);
    case "style": {
      const transform = styleNamed(second);
      if (!transform) return tooOld(ctx);
      await change(ctx, Number(first), { is: "add-transform", transform });
      return then(ctx, "transforms", first);
    }
    case "delete":
      await mappingsOf(ctx).remove(Number(first), who);
      return then(ctx, "mappings", "0");
    case "check":
      await channelsOf(ctx).check(first);
      return then(ctx, "chat", first);
    case "language": {
      const language = languages.find((each) => each === first);
      if (language) ctx.session.language = language;
      return then(ctx, "settings");
    }
    case "export":
      return exported(ctx, first === "" ? undefined : Number(first));
    case "retry":
      await retried(ctx, Number(first));
      return then(ctx, "dead", "0");
    case "drop":
      await dropped(ctx, Number(first));
      return then(ctx, "dead", "0");
    case "retry-all":
      await retried(ctx);
      return then(ctx, "dead", "0");
    default:
      return tooOld(ctx);
  }
}

/** What is shown after a deed. */
async function then(ctx: BotContext, ...view: readonly string[]): Promise<void> {
  ctx.toast ??= sayingTo(ctx)(text("forwarder-saved"));
  await show(ctx, await viewOf(ctx, view));
}
