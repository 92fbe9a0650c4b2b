import { expect, it } from "vitest";
import { languages } from "#kernel/i18n";
import { refusalCodes } from "./codes.ts";
import { refusalIn } from "./refusals.ts";

it.each(refusalCodes)("%s is said in every language", (code) => {
  for (const language of languages) {
    const said = refusalIn(language, {
      code,
      args: { input: "I", title: "T", topic: 7, id: 1, problem: "P" },
    });
    expect(said).not.toContain("refused-");
    expect(said).not.toContain("{");
  }
});
