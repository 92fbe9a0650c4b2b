import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const bodies = () => stage.product.received.map(({ body }) => body);
const delivered = (count: number) => vi.waitFor(() => expect(stage.product.received).toHaveLength(count));

describe("a published message", () => {
  it("comes to its destination as it was sent, with QStash's own headers", async () => {
    const { messageId } = await stage.client.publish({
      url: stage.at("/jobs/download?a=1&b=%D1%8F"),
      body: "Пиво 🍺",
      headers: { "Content-Type": "text/plain", "X-Trace": "abc", Authorization: "Bearer of the product" },
    });
    await delivered(1);
    const [got] = stage.product.received;
    expect(messageId).toMatch(/^msg_/);
    expect(got).toMatchObject({
      path: "/jobs/download?a=1&b=%D1%8F",
      body: "Пиво 🍺",
      headers: {
        "content-type": "text/plain",
        "x-trace": "abc",
        authorization: "Bearer of the product",
        "user-agent": "Upstash-QStash",
        "upstash-message-id": messageId,
        "upstash-retried": "0",
      },
    });
  });

  it("is signed for its body and its destination", async () => {
    await stage.client.publishJSON({ url: stage.at("/jobs/download"), body: { post: "x" } });
    await delivered(1);
    const [got] = stage.product.received;
    const body = got?.body ?? "";
    const signature = String(got?.headers["upstash-signature"]);
    const url = stage.at("/jobs/download");
    expect(await stage.receiver.verify({ signature, body, url })).toBe(true);
    await expect(stage.receiver.verify({ signature, body: `${body} `, url })).rejects.toThrow("body hash");
    await expect(stage.receiver.verify({ signature, body, url: `${url}/other` })).rejects.toThrow("subject");
    const claims = JSON.parse(Buffer.from(signature.split(".")[1] ?? "", "base64url").toString()) as Record<
      string,
      number
    >;
    expect(claims).toMatchObject({ iss: "Upstash", sub: url, jti: expect.stringMatching(/^jwt_/) });
    expect((claims["exp"] ?? 0) - (claims["iat"] ?? 0)).toBe(300);
  });
});
