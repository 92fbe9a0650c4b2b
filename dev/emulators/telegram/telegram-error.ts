import { STATUS_CODES } from "node:http";

/** The Bot API says no: `{"ok": false, "error_code": 400, "description": "Bad Request: …"}`. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  toJSON() {
    const { code, message: description, retryAfter } = this;
    const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
    return { ok: false, error_code: code, description, ...parameters };
  }

  toResponse(): Response {
    const { code, retryAfter } = this;
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
  return new TelegramError(429, `Too Many Requests: retry after ${seconds}`, seconds);
}
