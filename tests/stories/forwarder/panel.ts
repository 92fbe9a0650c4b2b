/** The words in which the stories of the forwarder's panel are told: an administrator, the buttons, and what the bot shows. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { askPostgres, askWorld, moveTo, place } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { buttonsOf, type Seen } from "../telegram.ts";

const botId = 300;

/** Ids that nobody else has. */
export const newId = () => randomInt(10_000_000, 2_000_000_000);

interface ChatSeen {
  readonly bot?: string;
  readonly messages: readonly Seen[];
}

/** Somebody who writes to the forwarder bot in private. */
export class Visitor {
  readonly id: number;
  readonly language: string;

  constructor(id: number, language = "en") {
    this.id = id;
    this.language = language;
  }

  get card() {
    return { id: this.id, first_name: `Person${this.id}`, language_code: this.language };
  }

  /** Writes, sends or forwards something; comes back when the bot has answered. */
  async say(message: string | object): Promise<Seen> {
    const content = typeof message === "string" ? { text: message } : message;
    await askWorld("POST", "/telegram/forwarder/say", { user: this.card, ...content });
    return this.screen();
  }

  /** An update as Telegram writes it, such as of a chat that was chosen from its list. */
  async sends(message: object): Promise<Seen> {
    const chat = { id: this.id, type: "private", first_name: this.card.first_name };
    await askWorld("POST", "/telegram/forwarder/update", { message: { from: this.card, chat, ...message } });
    return this.screen();
  }

  /** Everything the bot has said, the newest last. */
  async hears(): Promise<readonly Seen[]> {
    const { chats } = await askWorld<{ readonly chats: readonly ChatSeen[] }>(
      "GET",
      `/telegram/state?chat=${this.id}`,
    );
    const messages = chats.find(({ bot }) => bot === "forwarder")?.messages ?? [];
    return messages.filter(({ from, isDeleted }) => from?.id === botId && !isDeleted);
  }

  /** What the bot shows: its last message. */
  async screen(): Promise<Seen> {
    const last = (await this.hears()).at(-1);
    if (!last) throw new Error("The bot has said nothing");
    return last;
  }

  /** Presses the first button that reads like this on what the bot shows. */
  async press(label: RegExp | string): Promise<Seen> {
    const message = await this.screen();
    const labels = buttonsOf(message);
    const button = labels.find((each) => (typeof label === "string" ? each === label : label.test(each)));
    if (button === undefined)
      throw new Error(`No button ${label} under “${message.text}”: ${labels.join(" | ")}`);
    await this.pressOn(message, button);
    return this.screen();
  }

  /** Presses a button of any message; answers with what the bot has shown for a moment. */
  async pressOn(message: Seen, button: string): Promise<string | undefined> {
    return this.#pressed(message, { button });
  }

  /** Presses a button that stands there no more, or never did. */
  async pressData(message: Seen, data: string): Promise<string | undefined> {
    return this.#pressed(message, { data });
  }

  async #pressed({ message_id }: Seen, what: object): Promise<string | undefined> {
    const { answer } = await askWorld<{ readonly answer?: { readonly text?: string } }>(
      "POST",
      "/telegram/forwarder/press",
      { user: this.card, message: message_id, ...what },
    );
    if (!answer) throw new Error(`Nobody has stopped the clock of ${JSON.stringify(what)}`);
    return answer.text;
  }
}

/** What a button would say, to be said when it stands there no more. */
export function dataOf({ reply_markup: keyboard }: Seen, label: string): string {
  const button = keyboard?.inline_keyboard.flat().find(({ text }) => text === label);
  if (button?.callback_data === undefined) throw new Error(`There is no button ${label}`);
  return button.callback_data;
}

/** A channel where the bot is an administrator. */
export async function newChannel(title: string, more: object = {}): Promise<{ id: number; title: string }> {
  const id = -1_000_000_000_000 - newId();
  await askWorld("POST", "/telegram/chats?wait=false", {
    id,
    type: "channel",
    title,
    botRights: "administrator",
    ...more,
  });
  return { id, title };
}

/** A message that somebody forwards from a channel. */
export const forwardedFrom = (chat: { readonly id: number }, text = "A post") => ({
  text,
  forwardedFrom: { chat: chat.id },
});

/** A house of its own for a file's stories, with administrators who do not meet. */
export function openPanel() {
  const admins = Array.from({ length: 30 }, newId);
  let taproom: Awaited<ReturnType<typeof openTaproom>> | undefined;
  beforeAll(async () => {
    taproom = await openTaproom({ TELEGRAM_ADMIN_IDS: admins.join(",") }, place.bundle);
    moveTo(taproom.place);
  });
  afterAll(() => taproom?.close());
  return {
    newAdmin: (language = "en") => new Visitor(admins.pop() ?? 0, language),
    restart: () => taproom?.restart(),
  };
}

/** The mappings that are there from one of these to another. */
export const mappingsBetween = (sources: readonly { id: number }[], targets: readonly { id: number }[]) =>
  askPostgres(
    `select id, enabled, label, settings from forward_mappings
     where source_chat = any ($1) and target_chat = any ($2) order by id`,
    sources.map(({ id }) => String(id)),
    targets.map(({ id }) => String(id)),
  );

const walks = {
  en: ["➕ Add mapping", "📋 Copy", "Open the mapping"],
  ru: ["➕ Добавить связку", "📋 Копия", "Открыть связку"],
} as const;

/** Somebody goes all the way through "add mapping"; the screen is the card of the mapping. */
export async function makesMapping(
  admin: Visitor,
  { id: source }: { readonly id: number },
  { id: target }: { readonly id: number },
): Promise<Seen> {
  const [add, copy, open] = walks[admin.language === "ru" ? "ru" : "en"];
  await admin.say("/start");
  await admin.press(add);
  await admin.say(String(source));
  await admin.press(/\(1\) ➡$/);
  await admin.say(String(target));
  await admin.press(/\(1\) ➡$/);
  await admin.press(copy);
  await admin.press(/➡$/);
  await admin.press(/^✅/);
  return admin.press(open);
}
