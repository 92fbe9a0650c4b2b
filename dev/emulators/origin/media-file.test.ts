import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileOf, leastBytes, type MediaFile, openFile, photoOf } from "./media-file.ts";

const whole = (file: MediaFile) => openFile(file)(0, file.bytes);
const start = (file: MediaFile, from: number, to: number) =>
  Buffer.from(whole(file).subarray(from, to)).toString("latin1");
const types = ["video", "picture", "sound", "mp3"] as const;
const hasFfprobe = spawnSync("ffprobe", ["-version"]).status === 0;

describe("a file", () => {
  it.each(types)("of type %s is made in any size from the least on", (type) => {
    for (const bytes of [leastBytes(type), leastBytes(type) + 1, 100_000]) {
      expect(whole(fileOf(type, "tiktok:1:a", bytes))).toHaveLength(bytes);
    }
    expect(() => fileOf(type, "tiktok:1:a", leastBytes(type) - 1)).toThrow("cannot be played");
  });

  it.each(types)("of type %s differs from that of another post, even the smallest", (type) => {
    const [one, other] = ["tiktok:1:a", "tiktok:2:a"].map((label) =>
      whole(fileOf(type, label, leastBytes(type))),
    );
    expect(one).not.toEqual(other);
  });

  it("is the same in pieces as in one", () => {
    for (const file of [fileOf("video", "x", 90_001), fileOf("mp3", "x", 90_001), photoOf("x")]) {
      const read = openFile(file);
      const pieces: number[] = [];
      for (let from = 0; from < file.bytes; from += 777)
        pieces.push(...read(from, Math.min(file.bytes, from + 777)));
      expect(Uint8Array.from(pieces)).toEqual(whole(file));
    }
  });

  it("says in every 4 KB where in it one is", () => {
    const read = openFile(fileOf("video", "x", 1_000_000));
    expect(read(500_000, 504_096)).not.toEqual(read(504_096, 508_192));
  });

  it("begins as its type does", () => {
    expect(start(fileOf("video", "x", 20_000), 4, 8)).toBe("ftyp");
    expect(start(fileOf("mp3", "x", 20_000), 0, 3)).toBe("ID3");
    expect(start(photoOf("x"), 0, 2)).toBe("ÿØ");
    expect(photoOf("one")).not.toEqual(photoOf("two"));
  });

  it.skipIf(!hasFfprobe)("plays, whatever its size", () => {
    const folder = mkdtempSync(join(tmpdir(), "taproom-media-"));
    const streamsOf = (file: MediaFile) => {
      const path = join(folder, "file");
      writeFileSync(path, whole(file));
      const asked = [
        "-v",
        "error",
        "-show_entries",
        "stream=codec_name,width,height",
        "-of",
        "csv=p=0",
        path,
      ];
      return execFileSync("ffprobe", asked, { encoding: "utf8" }).trim().split("\n");
    };
    try {
      expect(streamsOf(fileOf("video", "x", 3_000_000))).toEqual(["h264,720,1280", "aac"]);
      expect(streamsOf(fileOf("picture", "x", 50_000))).toEqual(["h264,720,1280"]);
      expect(streamsOf(fileOf("sound", "x", 50_000))).toEqual(["aac"]);
      expect(streamsOf(fileOf("mp3", "x", 50_000))).toEqual(["mp3"]);
      expect(streamsOf(photoOf("x"))).toEqual(["mjpeg,320,568"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
