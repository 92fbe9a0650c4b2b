/** The outside for tests of adapters: whoever is not in it cannot be reached, and every request is remembered. */

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Outside {
  /** To stand in for the global `fetch`. */
  readonly fetch: typeof fetch;
  /** In the order in which it was asked. */
  readonly asked: readonly Asked[];
}

type Answer = () => Response;
type Answers = Readonly<Record<string, Answer | readonly Answer[]>>;

/** Answers by the whole URL; a list answers one after another, the last one again and again. */
export function outside(answers: Answers): Outside {
  const asked: Asked[] = [];
  const times = new Map<string, number>();
  return {
    asked,
    async fetch(input, init) {
      const request = new Request(input, init);
      const { method, url, headers } = request;
      asked.push({ method, url, headers: Object.fromEntries(headers), body: await request.text() });
      const nth = times.get(url) ?? 0;
      times.set(url, nth + 1);
      const of = [answers[url] ?? []].flat();
      const answer = of[Math.min(nth, of.length - 1)];
      if (!answer) throw new TypeError("fetch failed");
      return answer();
    },
  };
}

export const html =
  (body: string, headers: readonly (readonly [string, string])[] = [], status = 200): Answer =>
  () =>
    new Response(body, {
      status,
      headers: [["Content-Type", "text/html"], ...headers] as [string, string][],
    });

export const json =
  (value: unknown): Answer =>
  () =>
    Response.json(value);

export const redirect =
  (to: string, status = 302): Answer =>
  () =>
    new Response("", { status, headers: { Location: to } });
