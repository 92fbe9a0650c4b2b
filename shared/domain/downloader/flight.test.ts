import { describe, expect, it } from "vitest";
import { after, instant, minutes, seconds } from "#kernel/clock";
import {
  claimed,
  failed,
  type Flight,
  heard,
  idle,
  joined,
  landed,
  notPublished,
  outcomeOf,
  overdue,
  progressOf,
  published,
  publishing,
  wakesAt,
} from "./flight.ts";
import type { Upload } from "./upload.ts";

const now = instant(1_795_000_000_000);
const later = (wait: number) => after(now, seconds(wait));
const upload: Upload = {
  files: [{ kind: "video", fileId: "file-1", fileUniqueId: "unique-1" }],
  title: "",
  author: "",
  offers: [],
  messageId: 1,
};

const queued = () => published(publishing(joined(idle, now), now), 1, now);
const running = (fence = 1) => claimed(queued(), { attempt: 1, retried: 0 }, fence, now);
const refusedAs = (flight: Flight) => (flight.is === "refused" ? flight.reason : flight.is);

describe("the first who asks", () => {
  it("starts the download, and nobody after them does", () => {
    const first = joined(idle, now);
    expect(first).toMatchObject({ is: "queued", attempt: 1, publishAt: now });
    expect(joined(first, later(1))).toBe(first);
    expect(joined(running(), later(1))).toEqual(running());
  });

  it("is told at once what the answer was, while it stands", () => {
    const over = failed(running(), 1, { reason: "private", errorId: "e1" }, now);
    expect(outcomeOf(joined(over, later(599)))).toEqual({ is: "refused", reason: "private", errorId: "e1" });
    expect(joined(over, later(601)).is).toBe("queued");
  });

  it("starts it anew when the file they were given is dead, and only then", () => {
    const there = landed(running(), 1, upload, now);
    expect(joined(there, now, "file-0")).toBe(there);
    expect(joined(there, now, "file-1").is).toBe("queued");
  });
});

describe("a worker", () => {
  it("begins, and a second delivery of the same job does not", () => {
    const first = running(1);
    expect(first).toMatchObject({ is: "running", fence: 1 });
    expect(claimed(first, { attempt: 1, retried: 0 }, 2, later(1))).toBe(first);
  });

  it("takes over when the queue has given the first one up", () => {
    expect(claimed(running(1), { attempt: 1, retried: 1 }, 2, later(1))).toMatchObject({
      fence: 2,
      retried: 1,
    });
  });

  it("is not believed after another took over", () => {
    const second = claimed(running(1), { attempt: 1, retried: 1 }, 2, later(1));
    expect(landed(second, 1, upload, later(2))).toBe(second);
    expect(failed(second, 1, { reason: "removed", errorId: "e" }, later(2))).toBe(second);
    expect(heard(second, 1, { is: "looking" }, later(2))).toBe(second);
    expect(landed(second, 2, upload, later(2)).is).toBe("landed");
  });

  it("that is silent for 45 seconds is dead, and the job is published again", () => {
    expect(overdue(running(), "e", later(44))).toEqual(running());
    expect(overdue(running(), "e", later(45))).toMatchObject({
      is: "queued",
      attempt: 2,
      publishAt: later(45),
    });
  });

  it("that is heard lives on", () => {
    const alive = heard(running(), 1, { is: "carrying", bytes: 5 }, later(30));
    expect(overdue(alive, "e", later(60))).toBe(alive);
    expect(progressOf(alive)).toEqual({ is: "carrying", bytes: 5 });
  });
});

describe("a failure", () => {
  it("that has a chance is tried three times, a little later each time", () => {
    const second = failed(running(), 1, { reason: "unreachable", errorId: "e1" }, now);
    expect(second).toMatchObject({ is: "queued", attempt: 2, publishAt: later(3) });
    const third = failed(
      claimed(second, { attempt: 2, retried: 0 }, 2, later(3)),
      2,
      { reason: "unreachable", errorId: "e2" },
      later(3),
    );
    expect(third).toMatchObject({ is: "queued", attempt: 3, publishAt: later(15) });
    const over = failed(
      claimed(third, { attempt: 3, retried: 0 }, 3, later(15)),
      3,
      { reason: "unreachable", errorId: "e3" },
      later(15),
    );
    expect(over).toMatchObject({ is: "refused", reason: "unreachable", errorId: "e3" });
  });

  it("that cannot change is the answer at once", () => {
    expect(refusedAs(failed(running(), 1, { reason: "removed", errorId: "e1" }, now))).toBe("removed");
  });
});

describe("time", () => {
  it("is over after half an hour, whatever is under way", () => {
    const late = after(now, minutes(30));
    expect(refusedAs(overdue(queued(), "e", late))).toBe("timeout");
    const alive = heard(running(), 1, { is: "looking" }, later(29 * 60));
    expect(refusedAs(overdue(alive, "e", late))).toBe("timeout");
  });

  it("lets an answer stand, and then forgets it", () => {
    const over = failed(running(), 1, { reason: "removed", errorId: "e1" }, now);
    expect(overdue(over, "e", later(3_599))).toBe(over);
    expect(overdue(over, "e", later(3_600))).toBe(idle);
  });

  it("brings back a job that the queue took and nobody began", () => {
    expect(wakesAt(queued())).toBe(after(now, minutes(2)));
  });

  it("hands a job over again ten seconds later when whoever did so has died over it", () => {
    const first = joined(idle, now);
    expect(wakesAt(publishing(first, now))).toBe(later(10));
    expect(wakesAt(published(publishing(first, now), 1, now))).toBe(later(120));
  });

  it("does not put off a second try because the first one's job is heard to be taken", () => {
    const again = failed(running(), 1, { reason: "unreachable", errorId: "e1" }, now);
    expect(again).toMatchObject({ is: "queued", attempt: 2 });
    expect(published(again, 1, now)).toBe(again);
  });

  it("brings back a job that the queue did not take, later and later, and tells those who wait", () => {
    const refused = notPublished(queued(), now);
    expect(refused).toMatchObject({ publishAt: later(2) });
    expect(progressOf(refused)).toEqual({ is: "held-up" });
    const often = [1, 2, 3, 4, 5, 6].reduce((flight) => notPublished(flight, now), queued());
    expect(often).toMatchObject({ publishAt: later(30) });
    expect(progressOf(publishing(often, now))).toEqual({ is: "held-up" });
    expect(progressOf(published(often, 1, now))).toEqual({ is: "queued" });
  });
});
