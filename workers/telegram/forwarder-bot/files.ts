import { InputFile } from "grammy";
import type { Document } from "grammy/types";
import { SilenceError, UpstreamError } from "#kernel/errors";
import { text } from "#kernel/text";
import { importMappings } from "#adapters/forwarder/import-mappings";
import { asked } from "#adapters/telegram/bot-api";
import { fileOf } from "#domain/forwarder/file-of";
import { verbatim } from "#domain/forwarder/panel/button";
import type { Wait } from "#domain/forwarder/panel/dialogue";
import { rulesFile, rulesOf } from "#domain/forwarder/panel/rules-file";
import { type BotContext, channelsOf, mappingsOf, roomChanged, sayingTo, whoActs } from "./conversation.ts";
import { change } from "./effects.ts";
import { showDialogue } from "./dialogues.ts";
import { skippedLines } from "./report.ts";
import { noted, show } from "./show.ts";
import { allMappings, viewOf } from "./views.ts";

/** More than any list that is written by hand. */
const mostBytes = 1_000_000;

/** What stands in a file that somebody has sent; undefined: it is too large to be one of ours. */
export async function wordsIn(ctx: BotContext, file: Document): Promise<string | undefined> {
  if ((file.file_size ?? 0) > mostBytes) return undefined;
  const { TELEGRAM_API_ROOT: root, TELEGRAM_FORWARDER_TOKEN: token } = ctx.house.config;
  const { file_path: path } = await asked(ctx.api.getFile(file.file_id));
  const response = await fetch(`${root}/file/bot${token.reveal()}/${path}`, {
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    // Its cause would name the address, and with it the token.
    throw new SilenceError("telegram", "the file did not come");
  });
  if (!response.ok) throw new UpstreamError("telegram", response.status, "the file was not given");
  return response.text();
}

/** All mappings, or the rules of one, as a file. */
export async function exported(ctx: BotContext, id: number | undefined): Promise<void> {
  const content =
    id === undefined ? fileOf(await allMappings(ctx)) : rulesOf((await mappingsOf(ctx).find(id)).settings);
  const name = id === undefined ? "mappings.json" : `rules-${id}.json`;
  const bytes = new TextEncoder().encode(JSON.stringify(content, undefined, 2));
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    caption: sayingTo(ctx)(text(id === undefined ? "forwarder-exported" : "forwarder-exported-rules")),
  });
}

/** A file of mappings, or of rules for one of them. Throws Refused and Unusable. */
export async function imported(ctx: BotContext, { mapping }: Wait): Promise<void> {
  const document = ctx.message?.document;
  const words = document && (await wordsIn(ctx, document));
  const file = words === undefined ? undefined : parsed(words);
  if (file === undefined) return showDialogue(ctx, text("forwarder-problem-file"));
  if (mapping !== undefined) return rulesImported(ctx, mapping, file);
  const report = await importMappings(ctx.house.config, channelsOf(ctx), file, whoActs(ctx), {});
  await Promise.all([...new Set(report.sources)].map(roomChanged(ctx)));
  delete ctx.session.kept;
  const { created, changed, unchanged, skipped } = report;
  const note = text("forwarder-imported", { created, changed, unchanged, skipped: skipped.length });
  const { rows } = await viewOf(ctx, ["mappings", "0"]);
  await show(ctx, { lines: [note, ...(await skippedLines(ctx, skipped))], rows });
}

async function rulesImported(ctx: BotContext, mapping: number, file: unknown): Promise<void> {
  const read = rulesFile.safeParse(file);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") ?? "";
    const problem = verbatim(`${where}: ${issue?.message ?? ""}`, 300);
    return showDialogue(ctx, text("forwarder-problem-rules", { problem }));
  }
  const { filters, transforms } = read.data;
  await change(ctx, mapping, { is: "rules", rules: { filters, transforms } });
  delete ctx.session.kept;
  await show(ctx, noted(text("forwarder-saved"), await viewOf(ctx, ["mapping", String(mapping)])));
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}
