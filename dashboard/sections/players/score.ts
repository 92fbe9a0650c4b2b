/** A score as somebody corrects it. */
export const parts = ["wins", "losses", "tickets"] as const;
export type Part = (typeof parts)[number];
export type Score = Readonly<Record<Part, number>>;
/** As it is typed. */
export type Draft = Readonly<Record<Part, string>>;

export const draftOf = ({ wins, losses, tickets }: Score): Draft => ({
  wins: String(wins),
  losses: String(losses),
  tickets: String(tickets),
});

const most = 1_000_000_000;
export const isAmount = (typed: string): boolean => /^\d{1,10}$/.test(typed) && Number(typed) <= most;

/** Only what differs. */
export const correctionOf = (draft: Draft, score: Score): Partial<Score> =>
  Object.fromEntries(
    parts.filter((part) => Number(draft[part]) !== score[part]).map((part) => [part, Number(draft[part])]),
  );
