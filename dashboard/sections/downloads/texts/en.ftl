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
