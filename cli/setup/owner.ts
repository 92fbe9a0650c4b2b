import { cancel, confirm, isCancel, log, password, select, text } from "@clack/prompts";
import { Mistake } from "../mistake.ts";
import { type Field, wrongWith } from "./variables.ts";

/** Whoever sets up: a person at a terminal, or nobody. */
export interface Owner {
  /** Whether there is somebody to ask. */
  readonly isHere: boolean;
  tells(words: string): void;
  /** undefined: there is none. `usual` is what is taken if nothing else is said. */
  answers(field: Field, usual?: string): Promise<string | undefined>;
  agrees(question: string): Promise<boolean>;
  picks<Choice extends string>(
    question: string,
    choices: Readonly<Record<Choice, string>>,
  ): Promise<Choice | undefined>;
}

/** Nobody is there: what is not known stays unknown, and nothing is agreed to. */
export const nobody: Owner = {
  isHere: false,
  tells: (words) => void process.stdout.write(`${words}\n`),
  answers: async (_field, usual) => usual,
  agrees: async () => false,
  picks: async () => undefined,
};

/** A person, who may leave at any question. */
export const person: Owner = {
  isHere: true,
  tells: (words) => log.message(words),

  async answers({ name, asks, open, optional }, usual) {
    const validate = (typed = "") => {
      if (typed === "")
        return optional || usual !== undefined ? undefined : "This one is needed; Ctrl+C leaves";
      return wrongWith(name, typed.trim());
    };
    const message = optional ? `${asks} (Enter leaves it out)` : asks;
    const typed = answered(
      await (open
        ? text({ message, validate, ...(usual !== undefined && { defaultValue: usual, placeholder: usual }) })
        : password({ message, validate })),
    );
    return typed?.trim() || usual;
  },

  agrees: async (question) => answered(await confirm({ message: question, initialValue: false })),

  async picks<Choice extends string>(message: string, choices: Readonly<Record<Choice, string>>) {
    const options = Object.entries<string>(choices).map(([value, label]) => ({ value, label }));
    // The cast: what is picked is one of the keys.
    return answered(await select({ message, options })) as Choice;
  },
};

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  // The cast: TypeScript does not follow the question into the type.
  if (!isCancel(answer)) return answer as Exclude<Answer, symbol>;
  cancel("You have left.");
  throw new Mistake(
    "What was being asked for is not stored. Run it again whenever you like: it goes on where it stopped.",
  );
}
