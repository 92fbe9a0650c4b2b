/** The stage of a job: how far it has come. */
import type { Job } from "./tally.ts";

export const stages = ["waiting", "in-flight", "done", "failed"] as const;
export type JobStage = (typeof stages)[number];

/** An attempt that failed waits for the next one. */
const stageNames: Readonly<Record<Job["state"], JobStage>> = {
  CREATED: "waiting",
  ERROR: "waiting",
  RETRY: "waiting",
  ACTIVE: "in-flight",
  DELIVERED: "done",
  FAILED: "failed",
  CANCELED: "failed",
};

export const stageOf = ({ state }: Job): JobStage => stageNames[state];
