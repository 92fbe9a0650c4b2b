import { text } from "#kernel/text";
import { button, dataOf, type Screen } from "#domain/forwarder/panel/button";
import { changed, type Change } from "#domain/forwarder/panel/change";
import { type Dialogue, type Effect, kept } from "#domain/forwarder/panel/dialogue";
import { patchOf } from "#domain/forwarder/panel/patch";
import { toHome, see } from "#domain/forwarder/panel/screens/menus";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { type BotContext, mappingsOf, newToken, nowIs, whoActs } from "./conversation.ts";
import { skippedLines } from "./report.ts";
import { noted } from "./show.ts";
import { viewOf } from "./views.ts";

const saved = text("forwarder-saved");

/** Does what a dialogue has come to, and answers with what is shown then. Throws Refused and Unusable. */
export async function performed(ctx: BotContext, effect: Effect, dialogue: Dialogue): Promise<Screen> {
  const who = whoActs(ctx);
  const mappings = mappingsOf(ctx);
  switch (effect.is) {
    case "add-mappings":
      return created(ctx, effect, dialogue);
    case "change":
      await change(ctx, effect.mapping, effect.change);
      return noted(saved, await viewOf(ctx, [menuOf(effect.change), String(effect.mapping)]));
    case "label":
      await mappings.change(effect.mapping, { label: effect.label }, who);
      return noted(saved, await viewOf(ctx, ["mapping", String(effect.mapping)]));
    case "copy-settings": {
      const copied = await mappings.copySettings(effect.from, effect.to, effect.part, who);
      const note = text("forwarder-copied", { count: copied.length });
      return noted(note, await viewOf(ctx, ["mapping", String(effect.from)]));
    }
    case "enable":
      return several(ctx, effect.mappings, (id) => mappings.enable(id, effect.enabled, who));
    case "delete":
      return several(ctx, effect.mappings, (id) => mappings.remove(id, who));
  }
}

/** What is gone already is passed over, and counted. */
async function several(
  ctx: BotContext,
  ids: readonly number[],
  deed: (id: number) => Promise<unknown>,
): Promise<Screen> {
  let gone = 0;
  for (const id of ids)
    await deed(id).catch((error: unknown) => {
      if (!(error instanceof Unusable)) throw error;
      gone += 1;
    });
  const note = text("forwarder-several-done", { count: ids.length - gone, gone });
  return noted(note, await viewOf(ctx, ["mappings", "0"]));
}

/** Changes the settings of a mapping; every deed is the administrator's own. Throws Refused and Unusable. */
export async function change(ctx: BotContext, id: number, wanted: Change): Promise<void> {
  const who = whoActs(ctx);
  const { settings } = await mappingsOf(ctx).find(id);
  const patch = patchOf(settings, changed(settings, wanted));
  if (Object.keys(patch).length > 0) await mappingsOf(ctx).change(id, { settings: patch }, who);
}

const transformChanges = ["add-transform", "remove-transforms"];
const optionChanges = ["pace", "per-minute", "quiet-hours", "dedup", "link-buttons"];

/** Where one looks after a change. */
function menuOf({ is }: Change): string {
  if (transformChanges.includes(is)) return "transforms";
  return optionChanges.includes(is) ? "options" : "filters";
}

async function created(
  ctx: BotContext,
  { sources, targets, settings, confirmsLoop }: Extract<Effect, { is: "add-mappings" }>,
  dialogue: Dialogue,
): Promise<Screen> {
  const report = await mappingsOf(ctx).create({ sources, targets, settings }, whoActs(ctx), {
    confirmLoop: confirmsLoop,
  });
  const hasLoops = report.skipped.some(({ why }) => why.code === "loop");
  const loops = hasLoops && dialogue.is === "add-mapping" ? [[loopButton(ctx, dialogue)]] : [];
  const [only, ...others] = report.created;
  return {
    lines: [
      text("forwarder-created", { created: report.created.length, skipped: report.skipped.length }),
      ...(await skippedLines(ctx, report.skipped)),
      ...(only ? [text("forwarder-created-now")] : []),
    ],
    rows: [
      ...loops,
      ...(only && others.length === 0 ? [[button("open", see("mapping", only.id))]] : []),
      [button("mappings", see("mappings", 0)), ...toHome],
    ],
  };
}

/** The dialogue stays open for one more confirmation. */
function loopButton(ctx: BotContext, dialogue: Extract<Dialogue, { is: "add-mapping" }>) {
  const again = kept({ ...dialogue, confirmsLoop: true }, newToken(), nowIs());
  ctx.session.kept = again;
  return button("loop-all-the-same", dataOf("step", again.token, dialogue.step, "confirm"));
}
