downloader-start = 👋 Send me a link to a video on TikTok, Instagram or YouTube Shorts, and I will send you the video.

    In any other chat: type @{ $bot } and paste the link. In a group: add me, and I answer to links.

    /help tells more.
downloader-help = Paste one or several links; I understand them in any text.

    • TikTok: videos and photo posts, short links too
    • Instagram: reels, posts and carousels
    • YouTube: Shorts and videos

    In any chat: @{ $bot } and the link.
    /stats: how much you have downloaded
    /referral: your link for friends
    /settings: captions, buttons, language; in a group its administrators decide

    Only public posts, and up to { $limit } MB a file.
downloader-stats = 📊 Downloaded: { $total }
    Today: { $today } · this month: { $month }
downloader-stats-left = Free downloads left this month: { $left } of { $limit }
downloader-referral = 🔗 Your link: { $link }

    For everybody who comes by it you get { $bonus } more free downloads. Came so far: { $count }.
downloader-welcome-referred = You came by a friend's link: they say thank you!
downloader-not-a-link = Send me a link to a video on TikTok, Instagram or YouTube.
downloader-unsupported = I know TikTok, Instagram and YouTube. Such a link, for example, works: https://www.tiktok.com/@user/video/7301234567890123456
downloader-expired-link = I do not know this link. Send me the link of the video itself.
downloader-old-button = This button is too old. Send me the link again.
downloader-queued = ⏳ Number { $place } in your line: your other video comes first.
downloader-waiting = ⏳ Waiting for a free pair of hands…
downloader-held-up = ⏳ The line is not moving at the moment. Your video is not forgotten: it goes on by itself.
downloader-looking = 🔎 Looking for the video on { $platform }…
downloader-carrying = 🚚 Carrying the video over…
downloader-carrying-size = 🚚 Carrying the video over: { $size } MB…
downloader-carrying-share = 🚚 Carrying the video over: { $percent } % of { $size } MB…
downloader-cancel = ✖ Cancel
downloader-cancelled = ✖ Cancelled.
downloader-retry = 🔁 Try again
downloader-get = ⬇ Get the video
downloader-inline-hint = Paste a link to a video
downloader-inline-ready = Send the video
downloader-inline-fetch = Send the video from { $platform }
downloader-inline-fetch-more = It appears in this chat in some seconds
downloader-inline-placeholder = ⏳ The video from { $platform } will appear here…
    { $url }
downloader-album-in-chat = This post has several pictures, and they do not fit into one message. Open it in the bot: { $link }
downloader-audio = 🎵 Sound
downloader-height = { $height }p
downloader-height-size = { $height }p · { $size } MB
downloader-audio-size = 🎵 Sound · { $size } MB
downloader-cached = ⚡ { $label }
downloader-settings = ⚙ Settings of this chat
downloader-settings-admins = Only administrators change the settings of this chat.
downloader-setting-captions = { $on ->
    [yes] ✅
   *[no] ⬜
} Title and link under a video
downloader-setting-buttons = { $on ->
    [yes] ✅
   *[no] ⬜
} Buttons for other qualities
downloader-setting-deleteLinks = { $on ->
    [yes] ✅
   *[no] ⬜
} Delete the message with the link
downloader-setting-quiet = { $on ->
    [yes] ✅
   *[no] ⬜
} Say nothing when it does not work
downloader-setting-language = 🌐 { $language ->
    [ru] Русский
    [en] English
   *[auto] Everybody's own language
}
downloader-over-limit = You have used up your { $limit } free downloads of this month. /referral gives you more.
downloader-too-many = That is a lot at once: { $most } of your videos are waiting already. Let some of them come first.
downloader-not-allowed = This bot serves only people its owner has invited.
downloader-admin-unknown = I do not know the user { $user }.
downloader-admin-blocked = { $user } is blocked.
downloader-admin-unblocked = { $user } is not blocked any more.
downloader-platform-broken = ⚠ { $platform } does not give videos any more: { $reason }. I try again every { $seconds } s and tell you when it works.
downloader-platform-mended = ✅ { $platform } works again.
downloader-cache-closed = ⚠ The bot cannot post to its cache channel { $chat }: { $why }. Make it an administrator there.
downloader-refused-removed = 🗑 This video is not there any more.
downloader-refused-private = 🔒 This account is private.
downloader-refused-login-required = 🔒 { $platform } shows this only to people who have signed in.
downloader-refused-age-restricted = 🔞 { $platform } shows this only to adults who have signed in.
downloader-refused-geo-blocked = 🌍 { $platform } does not show this in our country.
downloader-refused-removed-or-geo-blocked = 🌍 { $platform } does not show this: it is gone, or not for our country.
downloader-refused-paid = 💳 This has to be paid for.
downloader-refused-drm = 🔐 This video is protected against copying.
downloader-refused-live = 📡 This is live. Come back when it is over.
downloader-refused-no-video = 🖼 There is no video in this post.
downloader-refused-too-large = 🐘 Too large: Telegram takes { $limit } MB from me. Watch it there:
downloader-refused-too-long = ⌛ This video is too long for me. Watch it there:
downloader-refused-dead-link = 🔗 This short link leads nowhere.
downloader-refused-quality-gone = This quality is not there. Choose another one.
downloader-refused-bot-check = 🤖 { $platform } takes us for a robot just now. Try again later, or watch it there:
downloader-refused-rate-limited = 🚦 { $platform } wants a rest from us. Try again in some minutes.
downloader-refused-upstream-changed = 🛠 { $platform } has changed something, and we cannot read it yet. Watch it there:
downloader-refused-unreachable = 📶 { $platform } did not answer. Try again a little later.
downloader-refused-platform-off = 💤 { $platform } has a rest at the moment. Try again in some minutes.
downloader-refused-telegram-failed = 📮 Telegram did not take the video. Try again a little later.
downloader-refused-timeout = ⌛ It took too long. Try again a little later.
downloader-refused-internal = 💥 Something broke on our side. Try again a little later.
downloader-error-id = Error { $id }
downloader-command-start = Begin
downloader-command-help = How it works
downloader-command-stats = How much you have downloaded
downloader-command-referral = Your link for friends
downloader-command-settings = Settings of this chat
