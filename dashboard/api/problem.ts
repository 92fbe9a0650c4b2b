import type { Text } from "#kernel/text";

/** A "no" in the words of RFC 9457, or that nobody answered at all. */
export class Problem extends Error {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  /** What its own words tell of. */
  readonly args: Text["args"];
  /** In how many seconds it may be tried again, where the answer says so. */
  readonly retryAfter: number | undefined;
  /** How many tries to come in are left before one has to wait. */
  readonly attemptsLeft: number | undefined;

  constructor(told: Told, status: number, retryAfter?: number) {
    super(told.detail ?? told.title ?? told.code ?? String(status));
    this.name = "Problem";
    this.status = status;
    this.code = told.code ?? "unknown";
    this.args = told.args;
    this.retryAfter = retryAfter;
    this.attemptsLeft = told.attemptsLeft;
  }
}

interface Told {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly args?: Text["args"];
  readonly attemptsLeft?: number;
}

export const noAnswer = (cause: unknown) => {
  const problem = new Problem({ code: "no-answer" }, 0);
  problem.cause = cause;
  return problem;
};

export async function problemIn(answer: Response): Promise<Problem> {
  const wait = Number(answer.headers.get("retry-after"));
  return new Problem(toldIn(await answer.text()), answer.status, wait > 0 ? wait : undefined);
}

/** Whatever stands between here and the Worker may answer with something that is no JSON at all. */
function toldIn(text: string): Told {
  try {
    // The cast: every property is asked for as one that may be missing.
    return (JSON.parse(text) as Told | null) ?? {};
  } catch {
    return {};
  }
}
