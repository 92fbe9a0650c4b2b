/** Whether Twitch would take this for somebody's login, existing or not. */
export function isLogin(text: string): boolean {
  return /^[a-z0-9]\w{0,24}$/i.test(text);
}

/** Whether Twitch would take this for somebody's id. */
export function isUserId(text: string): boolean {
  return /^\d+$/.test(text);
}
