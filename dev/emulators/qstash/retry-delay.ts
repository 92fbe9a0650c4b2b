/**
 * Retry delay: how long QStash waits after an attempt that failed.
 * Its own back-off is e^(2.5 n) seconds; an expression over `retried`, in milliseconds, may replace it.
 */
import { Refused } from "./refused.ts";

/** QStash waits no longer than a day. */
export const longestDelay = 86_400_000;

/** @param retried attempts made again so far: 0 after the first one. */
export type RetryDelay = (retried: number) => number;

export const usualDelay: RetryDelay = (retried) =>
  Math.min(longestDelay, Math.round(Math.exp(2.5 * (retried + 1)) * 1_000));

/** Throws `Refused` for what is no expression. */
export function compileRetryDelay(expression: string): RetryDelay {
  const parser = new Parser(expression);
  const compiled = parser.whole();
  return (retried) => {
    const delay = compiled(retried);
    return Number.isNaN(delay) ? usualDelay(retried) : Math.min(Math.max(delay, 0), longestDelay);
  };
}

const functions: Readonly<
  Record<string, { readonly takes: number; readonly of: (...values: number[]) => number }>
> = {
  pow: { takes: 2, of: Math.pow },
  sqrt: { takes: 1, of: Math.sqrt },
  abs: { takes: 1, of: Math.abs },
  exp: { takes: 1, of: Math.exp },
  floor: { takes: 1, of: Math.floor },
  ceil: { takes: 1, of: Math.ceil },
  round: { takes: 1, of: Math.round },
  min: { takes: 2, of: Math.min },
  max: { takes: 2, of: Math.max },
};

const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
};

class Parser {
  readonly #expression: string;
  readonly #tokens: string[];

  constructor(expression: string) {
    this.#expression = expression;
    this.#tokens = expression.match(/\d+(?:\.\d+)?|[a-z]+|[^\s]/g) ?? [];
  }

  whole(): RetryDelay {
    const sum = this.#sum();
    if (this.#tokens.length > 0) this.#fail();
    return sum;
  }

  #sum(): RetryDelay {
    return this.#chain(["+", "-"], () => this.#product());
  }

  #product(): RetryDelay {
    return this.#chain(["*", "/", "%"], () => this.#factor());
  }

  #chain(signs: readonly string[], next: () => RetryDelay): RetryDelay {
    let left = next();
    for (let sign = this.#tokens[0]; sign !== undefined && signs.includes(sign); sign = this.#tokens[0]) {
      this.#tokens.shift();
      left = combine(operators[sign] ?? this.#fail(), left, next());
    }
    return left;
  }

  #factor(): RetryDelay {
    const token = this.#tokens.shift() ?? this.#fail();
    if (/^\d/.test(token)) return () => Number(token);
    if (token === "retried") return (retried) => retried;
    if (token === "-") {
      const inner = this.#factor();
      return (retried) => -inner(retried);
    }
    if (token === "(") return this.#closed(this.#sum());
    return this.#call(token);
  }

  #call(name: string): RetryDelay {
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const { takes, of } = known ?? this.#fail();
    this.#expect("(");
    const values = Array.from({ length: takes }, (_, at) => {
      if (at > 0) this.#expect(",");
      return this.#sum();
    });
    return this.#closed((retried) => of(...values.map((value) => value(retried))));
  }

  #closed(inner: RetryDelay): RetryDelay {
    this.#expect(")");
    return inner;
  }

  #expect(token: string): void {
    if (this.#tokens.shift() !== token) this.#fail();
  }

  #fail(): never {
    throw new Refused(`invalid Upstash-Retry-Delay header: cannot read "${this.#expression}"`);
  }
}

function combine(
  operator: (left: number, right: number) => number,
  left: RetryDelay,
  right: RetryDelay,
): RetryDelay {
  return (retried) => operator(left(retried), right(retried));
}
