import { STATUS_CODES } from "node:http";

/** Helix says no: `{"error": "Bad Request", "status": 400, "message": …}`. */
export class HelixError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "HelixError";
    this.status = status;
  }

  toResponse(): Response {
    const { status, message } = this;
    return Response.json(
      { error: STATUS_CODES[status], status, message },
      { status, headers: { "Content-Type": "application/json; charset=utf-8" } },
    );
  }
}
