import type { BotName } from "#kernel/config";

/** Values of Taproom's variables, by name. */
export type Values = Readonly<Record<string, string>>;

/** What is known while a Taproom is set up; each step adds to it. */
export class Known {
  /** What the owner has brought along: a file, the environment. */
  readonly given: Values;
  /** Names of what the Worker has. Cloudflare shows nobody the values. */
  stored: ReadonlySet<string> = new Set();
  /** What this run has put there. */
  put: Values = {};
  /** Where the Worker was deployed to, if this run has done it. */
  workerUrl?: string | undefined;
  /** Where the page is. */
  pageUrl?: string | undefined;

  /** Bots of whose webhook this run has told Telegram: what Taproom has seen of it may be a little older. */
  readonly reached = new Set<BotName>();

  constructor(given: Values) {
    this.given = given;
  }

  value(name: string): string | undefined {
    return this.put[name] ?? this.given[name];
  }

  /** Where Taproom is asked: the page's origin leads there too. */
  get url(): string | undefined {
    return this.value("PUBLIC_URL") ?? this.workerUrl ?? this.pageUrl;
  }
}
