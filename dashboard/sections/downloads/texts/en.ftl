downloads-intro = What the downloader bot has done, and how the platforms treat it
downloads-period = Period
downloads-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
downloads-total = Downloads
downloads-today = Today
downloads-month = This month
downloads-people = People
downloads-active = { $days ->
    [one] { $active } active today
   *[other] { $active } active in { $days } days
}
downloads-videos = Videos kept
downloads-videos-hint = sent again without a download
downloads-failures = Failures
downloads-clicks = Button presses
downloads-referrals = Came by a link
downloads-over-time = Day by day
downloads-nothing-yet = Nobody has asked for a video in this time.
downloads-people-series = People
downloads-platforms = Platforms
downloads-health = Health of the platforms
downloads-works = Works
downloads-rests = Rests
downloads-off = Switched off
downloads-rests-until = It failed too often; the next try comes
downloads-recent = { $good } of the last { $all } downloads went well
downloads-not-asked = Not asked since the last start
downloads-why = Why not
downloads-no-failures = Everything that was asked for was delivered.
downloads-top = Most downloaded
downloads-video = Video
downloads-platform = Platform
downloads-count = Downloads
downloads-last-time = Last time
downloads-csv = As CSV
downloads-reason-removed = Removed
downloads-reason-private = Private
downloads-reason-login-required = Only for signed-in people
downloads-reason-age-restricted = Restricted by age
downloads-reason-geo-blocked = Not shown in this country
downloads-reason-removed-or-geo-blocked = Removed, or not shown in this country
downloads-reason-paid = To be paid for
downloads-reason-drm = Protected against copying
downloads-reason-live = Still live
downloads-reason-no-video = No video in the post
downloads-reason-too-large = Too large for Telegram
downloads-reason-too-long = Too long
downloads-reason-dead-link = The link leads nowhere
downloads-reason-quality-gone = The quality is no longer there
downloads-reason-bot-check = The platform wants a proof of being human
downloads-reason-rate-limited = Asked too often
downloads-reason-upstream-changed = The platform's answer has changed
downloads-reason-unreachable = The platform did not answer
downloads-reason-platform-off = The platform is switched off here
downloads-reason-telegram-failed = Telegram did not take it
downloads-reason-timeout = It took too long
downloads-reason-over-limit = Out of free downloads
downloads-reason-too-many = Too many waiting
downloads-reason-internal = A fault of our own
