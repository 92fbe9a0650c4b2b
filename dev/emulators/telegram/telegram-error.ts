import { STATUS_CODES } from "node:http";

/** What a bot may do about it: https://core.telegram.org/bots/api#responseparameters */
export interface ResponseParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** The Bot API says no: `{"ok": false, "error_code": 400, "description": "Bad Request: …"}`. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
  readonly code: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }

  toJSON() {
    const { code, message: description, parameters } = this;
    return { ok: false, error_code: code, description, ...(parameters && { parameters }) };
  }

  toResponse(): Response {
    const { code, parameters } = this;
    const retryAfter = parameters?.retry_after;
    const response = Response.json(this, { status: code });
    if (retryAfter !== undefined) response.headers.set("Retry-After", String(retryAfter));
    return response;
  }
}

/** How Telegram would put a refusal of which only the status is known. */
export function plainRefusal(status: number, headers: Readonly<Record<string, string>>): TelegramError {
  const retryAfter = Object.entries(headers).find(([name]) => name.toLowerCase() === "retry-after")?.[1];
  if (retryAfter !== undefined && status === 429) return tooMany(Number(retryAfter));
  return new TelegramError(status, STATUS_CODES[status] ?? "Unknown Error");
}

export function badRequest(what: string): TelegramError {
  return new TelegramError(400, `Bad Request: ${what}`);
}

export function forbidden(what: string): TelegramError {
  return new TelegramError(403, `Forbidden: ${what}`);
}

export function tooMany(seconds: number): TelegramError {
  return new TelegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
