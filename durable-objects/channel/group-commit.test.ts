import { expect, it } from "vitest";
import { GroupCommit } from "./group-commit.ts";

/** Keeps the groups it was given, and answers each with itself, doubled. */
function counting() {
  const groups: (readonly number[])[] = [];
  const commits = new GroupCommit<number, number>((group) => {
    groups.push(group);
    return group.map((item) => item * 2);
  });
  return { groups, commits };
}

it("puts what comes within a moment into one group, in order, and answers everyone for himself", async () => {
  const { groups, commits } = counting();
  const answers = await Promise.all([1, 2, 3].map((item) => commits.enter(item)));

  expect(groups).toEqual([[1, 2, 3]]);
  expect(answers).toEqual([2, 4, 6]);
});

it("commits nothing before the moment is over", async () => {
  const { groups, commits } = counting();
  const answer = commits.enter(1);
  await Promise.resolve();
  expect(groups).toEqual([]);

  await answer;
  expect(groups).toEqual([[1]]);
});

it("opens a new group for whoever comes later", async () => {
  const { groups, commits } = counting();
  await commits.enter(1);
  await commits.enter(2);
  expect(groups).toEqual([[1], [2]]);
});

it("opens a new group for whoever comes while one is being committed", async () => {
  const answers: Promise<string>[] = [];
  const groups: (readonly string[])[] = [];
  const commits: GroupCommit<string, string> = new GroupCommit((group) => {
    groups.push(group);
    if (groups.length === 1) answers.push(commits.enter("meanwhile"));
    return group;
  });
  await commits.enter("first");

  expect(await Promise.all(answers)).toEqual(["meanwhile"]);
  expect(groups).toEqual([["first"], ["meanwhile"]]);
});

it("tells everyone in the group when nothing was kept, and works on", async () => {
  let full = true;
  const commits = new GroupCommit<number, number>((group) => {
    if (full) throw new Error("the disk is full");
    return group;
  });
  const outcomes = await Promise.allSettled([commits.enter(1), commits.enter(2)]);
  full = false;

  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await commits.enter(3)).toBe(3);
});
