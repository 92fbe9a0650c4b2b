import { type Text, text } from "#kernel/text";
import { addingKeywords, addingReplace } from "#domain/forwarder/panel/add-rules";
import { addingMapping } from "#domain/forwarder/panel/add-mapping";
import { choosing } from "#domain/forwarder/panel/choose";
import { type Dialogue, type Input, isOver, kept } from "#domain/forwarder/panel/dialogue";
import { isField } from "#domain/forwarder/panel/fields";
import { next } from "#domain/forwarder/panel/next";
import { dialogueScreen } from "#domain/forwarder/panel/screens/dialogue";
import { type BotContext, mappingsOf, newToken, nowIs, sayingTo } from "./conversation.ts";
import { performed } from "./effects.ts";
import { itemsOf } from "./items.ts";
import { offerPicker } from "./picker.ts";
import { tooOld } from "./old-button.ts";
import { noted, show } from "./show.ts";
import { viewOf } from "./views.ts";

/** A button opens a dialogue; whatever the administrator was in the middle of is over. */
export async function begun(ctx: BotContext, words: readonly string[]): Promise<void> {
  const dialogue = await dialogueNamed(ctx, words);
  if (!dialogue) return tooOld(ctx);
  ctx.session.kept = kept(dialogue, newToken(), nowIs());
  await showDialogue(ctx);
}

async function dialogueNamed(
  ctx: BotContext,
  [name = "", ...args]: readonly string[],
): Promise<Dialogue | undefined> {
  if (name === "add-mapping") return addingMapping;
  if (name === "several") return choosing({ list: "mappings" });
  if (name === "chat") return { is: "wait", step: "chat" };
  if (name === "import" && args.length === 0) return { is: "wait", step: "file" };
  const [what = ""] = args;
  const id = args.find((arg) => /^\d+$/.test(arg));
  if (id === undefined) return undefined;
  const { id: mapping, settings } = await mappingsOf(ctx).find(Number(id));
  switch (name) {
    case "import":
      return { is: "wait", step: "file", mapping };
    case "test":
      return { is: "wait", step: "post", mapping };
    case "keywords":
      return addingKeywords(mapping);
    case "replace":
      return addingReplace(mapping);
    case "copy-settings":
      return choosing({ list: "copy-settings", mapping });
    case "fill": {
      const [, field = ""] = args;
      return isField(field) ? { is: "fill", step: "words", mapping, field } : undefined;
    }
    case "choose":
      if (what === "kinds") return choosing({ list: "kinds", mapping }, settings.filters.media.allow);
      return what === "keywords" || what === "transforms" ? choosing({ list: what, mapping }) : undefined;
    default:
      return undefined;
  }
}

/** A button of a dialogue: of this one, at the step where it is, or too old. */
export async function pressed(ctx: BotContext, words: readonly string[]): Promise<void> {
  const [token, step, what = "", arg = ""] = words;
  const { kept: current } = ctx.session;
  if (current?.token !== token) return tooOld(ctx);
  if (await hasEnded(ctx)) return;
  if (current?.dialogue.step !== step) return tooOld(ctx);
  if (what === "pick") return offerPicker(ctx);
  await advanced(ctx, { is: "press", what, arg });
}

/** Says so, and forgets it, when nobody has said anything for too long. */
export async function hasEnded(ctx: BotContext): Promise<boolean> {
  const { kept: current } = ctx.session;
  if (!current || !isOver(current, nowIs())) return false;
  delete ctx.session.kept;
  ctx.toast = sayingTo(ctx)(text("forwarder-expired"));
  await show(ctx, noted(text("forwarder-expired"), await viewOf(ctx, ["home"])));
  return true;
}

/** The dialogue is told something, and what comes of it is shown or done. */
export async function advanced(ctx: BotContext, input: Input): Promise<void> {
  const { kept: current } = ctx.session;
  if (!current) return;
  const { dialogue, token } = current;
  const items = await itemsOf(ctx, dialogue);
  const mapping = dialogue.is === "fill" ? await mappingsOf(ctx).find(dialogue.mapping) : undefined;
  const turn = next(dialogue, input, {
    listed: items.map(({ key }) => key),
    ...(mapping && { settings: mapping.settings }),
  });
  switch (turn.is) {
    case "on":
      ctx.session.kept = kept(turn.dialogue, token, nowIs());
      return showDialogue(ctx, turn.problem);
    case "left":
      delete ctx.session.kept;
      return show(ctx, noted(text("forwarder-cancelled"), await viewOf(ctx, viewBehind(dialogue))));
    case "done": {
      delete ctx.session.kept;
      const screen = await performed(ctx, turn.effect, dialogue).catch((error: unknown) => {
        // What could not be done can be mended, or left.
        ctx.session.kept = current;
        throw error;
      });
      return show(ctx, screen);
    }
  }
}

/** Where a dialogue that is over leads back to. */
export function viewBehind(dialogue: Dialogue): readonly string[] {
  if (dialogue.is === "choose")
    return "mapping" in dialogue.of ? ["mapping", String(dialogue.of.mapping)] : ["mappings", "0"];
  if ("mapping" in dialogue && dialogue.mapping !== undefined) return ["mapping", String(dialogue.mapping)];
  return dialogue.is === "wait" && dialogue.step === "file" ? ["mappings", "0"] : ["home"];
}

/** Shows where the dialogue is, and gives the administrator time again. */
export async function showDialogue(ctx: BotContext, problem?: Text): Promise<void> {
  const { kept: current } = ctx.session;
  if (!current) return;
  ctx.session.kept = kept(current.dialogue, current.token, nowIs());
  await show(ctx, dialogueScreen(current, await itemsOf(ctx, current.dialogue), problem));
}
