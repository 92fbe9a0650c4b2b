overview-intro = How everything is, asked anew every few seconds
overview-as-of = As of
overview-part-silent = This did not answer in time. It is asked again in a moment.
overview-unnamed = –

overview-attention = What needs somebody
overview-all-well = All is well. There is nothing to do.
overview-unknown = Could not be found out just now: { $parts }. It is asked again in a moment.
overview-part-accounts = Twitch accounts
overview-part-channels = channels
overview-part-telegram = Telegram bots
overview-part-platforms = video platforms
overview-part-forwarder = the forwarder
overview-part-downloads = videos under way
overview-part-figures = queues and counts
overview-part-channel = the channel { $name }
overview-severity-now = Now
overview-severity-soon = Soon
overview-severity-note = Note

overview-attention-bot-never-connected = The bot's Twitch account was never connected: it can neither hear nor speak.
overview-attention-bot-sign-in-again = Twitch does not take the bot { $name } any more: connect it again. { $why }
overview-attention-broadcaster-never-connected = { $name } was never connected: there are no rewards, and nobody knows the moderators.
overview-attention-broadcaster-sign-in-again = Twitch does not take { $name } any more: connect them again. { $why }
overview-attention-scopes-missing = { $name } has not allowed everything: { $scopes }. Connect again.
overview-attention-bot-stopped = The bot is stopped in { $name }.
overview-attention-bot-no-moderator = The bot is no moderator of { $name }: it can time nobody out. Type /mod in the chat.
overview-attention-channel-unheard = Twitch does not tell what happens in { $name }: { $types }. Do the set-up of the channel.
overview-attention-rewards-missing = Rewards are missing in { $name }: { $rewards }.
overview-attention-channel-failing = Something does not work in { $name }: look at the channel below, and in the log.
overview-attention-channel-dead-letters = { $count ->
    [one] One thing was given up in { $name }: try it again, or let it be.
   *[other] { $count } things were given up in { $name }: try them again, or let them be.
}
overview-attention-forwarder-dead-letters = { $count ->
    [one] One post was not delivered and waits for you.
   *[other] { $count } posts were not delivered and wait for you.
}
overview-attention-forwarder-alarm = { $alarm ->
    [target] Nothing gets into the chat { $chat } any more.
    [source] Nothing comes out of the chat { $chat } any more.
    [protected] Saving is restricted in the source { $chat }: its posts are skipped.
    [flood] Telegram wants a long pause of the forwarder.
    [auth] The token of the forwarder bot does not work.
   *[other] The forwarder reports: { $alarm }.
}
overview-attention-telegram-half-configured = The { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot is half configured. Missing: { $missing }.
overview-attention-telegram-silent = Telegram does not answer about the { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot.
overview-attention-telegram-refused = Telegram does not take the token of the { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot.
overview-attention-webhook-not-ours = Telegram brings the messages of the { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot somewhere else.
overview-attention-webhook-failing = Telegram cannot deliver to the { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot: { $why }
overview-attention-webhook-behind = { $pending } messages wait at Telegram for the { $bot ->
    [forwarder] forwarder
   *[other] downloader
} bot.
overview-attention-platform-broken = { $platform ->
    [youtube] YouTube
    [instagram] Instagram
    [tiktok] TikTok
   *[other] { $platform }
} fails too often, so it rests for a while.
overview-attention-service-away = { $service ->
    [postgres] Postgres
    [redis] Redis
    [qstash] QStash
    [twitch] Twitch
    [telegram] Telegram
   *[other] The house's own rooms
} { $condition ->
    [refused] refuses what is asked.
    [silent] does not answer.
   *[other] answers with an error.
}

overview-channels = Channels
overview-unseen = { $count ->
    [one] One more channel is not looked at here.
   *[other] { $count } more channels are not looked at here.
}
overview-no-channel = No channel is connected yet. Connect the bot and a streamer under “Accounts”.
overview-live = Live
overview-awake = Awake
overview-asleep = Asleep
overview-stopped = Stopped
overview-stopped-since = Stopped
overview-stream = Stream
overview-stream-unknown = nothing heard yet
overview-live-since = live, began
overview-off-air-since = off air, since
overview-features = Features
overview-features-on = { $on } of { $all } on
overview-outbox = Still to be done
overview-journal = On the way to Postgres
overview-dead-letters = Given up
overview-failing-what-was-decided-is-not-done = What was decided more than five minutes ago is not done yet.
overview-failing-postgres-takes-nothing = Postgres takes nothing: history waits in the room.
overview-failing-twitch-cannot-be-asked = Twitch has not answered for half an hour.
overview-failing-chat-is-not-heard = The bot does not hear the chat.

overview-services = Services
overview-service-postgres = Postgres
overview-service-redis = Redis
overview-service-qstash = QStash
overview-service-rooms = Rooms
overview-service-twitch = Twitch
overview-service-telegram = Telegram
overview-latency = { $ms } ms
overview-condition-ok = Works
overview-condition-off = Not configured
overview-condition-refused = Refuses
overview-condition-silent = Silent
overview-condition-failed = Fails

overview-connections = Bots and platforms
overview-account-bot = Bot at Twitch
overview-account-broadcaster = Streamer
overview-account-is-connected = Connected
overview-account-is-never = Not connected
overview-account-is-trouble = Sign in again
overview-bot-downloader = Downloader bot
overview-bot-forwarder = Forwarder bot
overview-bot-is-on = Works
overview-bot-is-off = Off
overview-bot-is-half-configured = Half configured
overview-bot-is-silent = Silent
overview-bot-is-refused = Refused
overview-pending = { $count } wait
overview-platforms = Platforms
overview-platform-works = Works
overview-platform-rests = Rests
overview-platform-off = Switched off
overview-failures = { $count ->
    [one] 1 failure lately
   *[other] { $count } failures lately
}

overview-queues = Queues
overview-waiting = Posts that wait
overview-sending = On their way
overview-dead = Not delivered
overview-oldest = The oldest waits
overview-seconds = { $seconds } s
overview-downloads-waiting = Videos that wait
overview-downloads-under-way = Videos on their way
overview-queues-over-time = What waited while you have been looking
overview-series-forwarder = Forwarder: posts
overview-series-downloads = Downloader: videos
overview-series-chat = Chat: what is still to be done
overview-chart-later = The chart begins with the next look.

overview-errors = What went wrong
overview-no-errors = Nothing was given up in the last day.
overview-where = Where
overview-what = What
overview-hour = Hour
overview-day = Day
overview-error-of-channel = Channel
overview-error-of-forwarder = Forwarder
overview-error-of-downloader = Videos
overview-effect-say = A line in chat
overview-effect-time-out = A timeout
overview-effect-resolve = The end of a redemption
overview-effect-look-around = Who is in chat
overview-effect-look-up = Who somebody is
overview-effect-score = A score
overview-effect-tend-rewards = The pause of rewards
overview-effect-record = The history of a game
overview-effect-history = A row for Postgres
overview-effect-poison-notification = An event the rules could not take
overview-effect-poison-alarm = A wake-up the rules could not take
overview-effect-poison-performed = An answer the rules could not take
overview-effect-poison-missed = A late redemption the rules could not take
overview-effect-poison-ended-by-hand = A redemption ended by hand that the rules could not take

overview-events = Last events
overview-no-events = Nothing has happened since the channel's room woke up. Redeem something, or type a command in chat.
overview-did-say = Said in chat: { $text }
overview-did-time-out = { $chatter } was timed out for { $seconds } s
overview-did-resolve = { $as ->
    [FULFILLED] A redemption was fulfilled
   *[other] Points went back to the viewer
}
overview-did-score = The score of { $player } has changed
overview-did-record = A game was written down: { $game }
overview-event-redemption-entered = { $viewer } redeemed “{ $reward }”
overview-event-redemption-foreign = A reward that is not ours was redeemed
overview-event-redemption-ended-by-hand = A redemption was ended by hand
overview-event-channel-stopped = The bot was stopped by { $by }
overview-event-channel-started = The bot was started by { $by }
overview-event-channel-missed-redemptions = Redemptions were found that Twitch had not told of
overview-event-channel-lost = Something was lost that the room remembered
overview-event-channel-not-looked-after = The channel could not be looked after
overview-event-channel-not-set-up = The channel could not be set up
overview-event-channel-poison = The rules could not take something
overview-event-history-not-written = Postgres did not take the history: it is written later
overview-event-lanes-broken = The outbox has stumbled
overview-event-effect-unknown = { $what }: nobody knows yet whether it was done
overview-event-effect-postponed = { $what }: postponed
overview-event-effect-dropped = { $what }: too late, left undone
overview-event-effect-given-up = { $what }: given up
