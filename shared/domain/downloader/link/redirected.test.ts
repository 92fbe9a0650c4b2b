import { expect, it } from "vitest";
import { type Redirected, redirected } from "./redirected.ts";

const at = "https://vm.tiktok.com/ZSabc123/";
const tiktok = (id: string): Redirected => ({ is: "post", post: { platform: "tiktok", id } });

it.each<[string, Redirected]>([
  ["https://www.tiktok.com/@user/video/7301?_r=1&_t=x", tiktok("7301")],
  ["/@user/photo/7301", tiktok("7301")],
  [`https://www.tiktok.com/@user/video/7301?x=${"y".repeat(3_000)}`, tiktok("7301")],
  ["https://www.tiktok.com/?item_id=7301&_r=1", tiktok("7301")],
  ["https://m.tiktok.com/v/7301.html?x", tiktok("7301")],
  [
    "https://www.tiktok.com/t/ZTabc123/?x=1",
    { is: "short", short: { platform: "tiktok", url: "https://www.tiktok.com/t/ZTabc123/" } },
  ],
  ["https://www.tiktok.com/login?redirect_url=x", { is: "login" }],
  ["https://www.tiktok.com/", { is: "nowhere" }],
  ["https://www.tiktok.com/?item_id=x", { is: "nowhere" }],
  ["https://www.tiktok.com/404?fromUrl=/x", { is: "nowhere" }],
  ["https://evil.example/?item_id=7301", { is: "nowhere" }],
  ["http://169.254.169.254/@user/video/7301", { is: "nowhere" }],
  ["https://www.tiktok.com@evil.example/@user/video/7301", { is: "nowhere" }],
  ["https://user@www.tiktok.com/@user/video/7301", { is: "nowhere" }],
  ["https://www.tiktok.com:8443/@user/video/7301", { is: "nowhere" }],
  ["//evil.example/@user/video/7301", { is: "nowhere" }],
  ["/\\evil.example/@user/video/7301", { is: "nowhere" }],
  ["file:///etc/passwd", { is: "nowhere" }],
  ["javascript:alert(1)", { is: "nowhere" }],
  ["https://www.instagram.com/p/C_a-B1c2D3e/", { is: "nowhere" }],
  ["https://[", { is: "nowhere" }],
])("a short link of TikTok that leads to %s", (target, comes) => {
  expect(redirected("tiktok", target, at)).toEqual(comes);
});

it.each<[string, Redirected]>([
  [
    "https://www.instagram.com/reel/C_a-B1c2D3e/?igsh=x",
    { is: "post", post: { platform: "instagram", id: "C_a-B1c2D3e" } },
  ],
  ["/reel/C_a-B1c2D3e/", { is: "post", post: { platform: "instagram", id: "C_a-B1c2D3e" } }],
  ["https://www.instagram.com/accounts/login/?next=x", { is: "login" }],
  ["https://www.instagram.com/?item_id=7301", { is: "nowhere" }],
  ["https://www.tiktok.com/@user/video/7301", { is: "nowhere" }],
])("a share link of Instagram that leads to %s", (target, comes) => {
  expect(redirected("instagram", target, "https://www.instagram.com/share/BAabc/")).toEqual(comes);
});
