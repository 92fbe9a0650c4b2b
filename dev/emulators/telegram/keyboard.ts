/** Keyboards under messages. */
import * as z from "zod";
import type { Keyboard } from "./entities.ts";
import type { Parameters } from "./parameters.ts";
import { badRequest, TelegramError } from "./telegram-error.ts";

const buttonSchema = z.looseObject({ text: z.string(), callback_data: z.string().optional() });
const keyboardSchema = z.looseObject({ inline_keyboard: z.array(z.array(buttonSchema)) });
const complaint = "object expected as reply markup";

/** Undefined where there is no inline keyboard; other keyboards are accepted and not shown. */
export function readKeyboard(parameters: Parameters, name = "reply_markup"): Keyboard | undefined {
  const markup = parameters.json(name, z.looseObject({}), complaint);
  return markup && "inline_keyboard" in markup ? keyboardOf(markup) : undefined;
}

export function keyboardOf(markup: unknown): Keyboard | undefined {
  if (markup === undefined) return undefined;
  const { data } = keyboardSchema.safeParse(markup);
  if (!data) throw badRequest(complaint);
  const rows = data.inline_keyboard.filter((row) => row.length > 0);
  for (const button of rows.flat()) check(button);
  return rows.length > 0 ? ({ inline_keyboard: rows } as Keyboard) : undefined;
}

/** What is left of a keyboard when its message is forwarded: links alone. */
export function keptButtons(keyboard: Keyboard | undefined): Keyboard | undefined {
  const rows = (keyboard?.inline_keyboard ?? [])
    .map((row) => row.filter((button) => "url" in button))
    .filter((row) => row.length > 0);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

type Button = z.infer<typeof buttonSchema>;

const actions = [
  "url",
  "callback_data",
  "web_app",
  "login_url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
  "callback_game",
  "pay",
];

function check(button: Button): void {
  if (button.text.trim() === "")
    throw badRequest("can't parse inline keyboard button: Text buttons are empty");
  if (!actions.some((name) => name in button)) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (button.callback_data === undefined) return;
  const bytes = Buffer.byteLength(button.callback_data);
  if (bytes < 1 || bytes > 64) throw new TelegramError(400, "Bad Request: BUTTON_DATA_INVALID");
}
