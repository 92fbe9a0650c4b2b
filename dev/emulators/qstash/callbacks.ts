/** Callbacks: what QStash tells of an attempt to whoever asked to hear of it. */
import type { Answer, Message } from "./message.ts";
import { manyEach } from "./message.ts";

export function callbackBody(
  { id, order, createdAt, attempts }: Message,
  answer: Answer,
  dlqId?: string,
): Buffer {
  return Buffer.from(
    JSON.stringify({
      status: answer.status,
      header: answer.headers,
      body: answer.body.toString("base64"),
      retried: attempts - 1,
      maxRetries: order.retries,
      dlqId,
      sourceMessageId: id,
      url: order.url,
      method: order.method,
      sourceHeader: manyEach(order.headers),
      sourceBody: order.body.toString("base64"),
      notBefore: order.notBefore || undefined,
      createdAt,
      scheduleId: order.scheduleId,
      callerIP: "127.0.0.1",
    }),
  );
}
