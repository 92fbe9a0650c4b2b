channel-intro = What the bot plays in this channel, and how
channel-pages = Pages of the channel
channel-page-settings = Settings
channel-page-commands = Commands
channel-page-roles = Sleep & roles
channel-page-rewards = Rewards
channel-page-games = Games
channel-page-failures = Failures
channel-find-setting = Find a setting
channel-no-such-setting = No setting is called that or speaks of it. Try another word.
channel-usual = Usually: { $usual }
channel-usual-rows = { $count ->
    [one] Usually: one
   *[other] Usually: { $count }
}
channel-bounds = { $min } to { $max }
channel-back-to-usual = Back to usual
channel-on = on
channel-off = off
channel-nothing = nothing
channel-own-count = { $count } of its own
channel-unsaved-in-group = { $count } unsaved
channel-unsaved = Unsaved changes
channel-unsaved-count = { $count ->
    [one] One change is not saved yet.
   *[other] { $count } changes are not saved yet.
}
channel-save-wrong = Something cannot be so. It says below the field what.
channel-save = Save
channel-discard = Discard
channel-saved = Saved. The bot obeys from now on
channel-add-row = Add
channel-remove-row = Remove
channel-may-be-empty = May stay empty
channel-wrong-number = A number is wanted here
channel-wrong-whole = A whole number is wanted here
channel-wrong-bounds = { $min } to { $max } is wanted here
channel-wrong-empty = Something has to stand here
channel-wrong-long = At most { $most } characters
channel-wrong-word = This cannot stand here: { $word }
channel-wrong-like = Wanted as in the example: { $usual }
channel-wrong-few = { $least ->
    [one] At least one is wanted
   *[other] At least { $least } are wanted
}
channel-wrong-many = At most { $most }
channel-wrong-taken = Another command is called { $word }
channel-value-ru = Russian
channel-value-en = English
channel-value-refund = Give the points back
channel-value-pause = Close the sale on Twitch
channel-value-auto = auto: at once
channel-value-live = live: in chat
channel-commands-hint = Names without the !, with commas between them. Chat is told the first one in its language.
channel-for-everyone = Everyone
channel-for-privileged = Moderators and up
channel-for-admins = Streamer and admins
channel-sleep = Sleep
channel-roles = Roles
channel-who-may-what = Who may what
channel-who-may-what-hint = Whoever may more also may everything above. The bot does not hear those who may not.
channel-points = channel points
channel-reward-missing = Not on Twitch
channel-reward-hidden = Hidden
channel-reward-paused = Paused
channel-reward-sold = On sale
channel-edit = Change
channel-edit-reward = Change “{ $title }”
channel-pause = Pause
channel-pause-reward = Pause “{ $title }”
channel-paused = Paused: { $title }
channel-resume = Resume
channel-resume-reward = Resume “{ $title }”
channel-resumed = On sale again: { $title }
channel-create = Create
channel-create-reward = Create “{ $title }”
channel-created = Created: { $title }
channel-reward-title = Title
channel-reward-prompt = Description for viewers
channel-reward-cost = Price in points
channel-reward-colour = Colour
channel-reward-shown = Shown to viewers
channel-reward-shown-hint = A hidden reward is not in the list
channel-reward-saved = Changed on Twitch
channel-reward-wrong-title = From 1 to { $title } characters
channel-reward-wrong-prompt = At most { $prompt } characters
channel-reward-wrong-cost = A whole number from 1 on
channel-refused-title = Another reward of the channel has this title.
channel-refused-fifty = The channel has fifty rewards, and Twitch takes no more. Delete one on Twitch first.
channel-refused-affiliate = Twitch does not allow it: channel points are for affiliates and partners, and a reward is changed by whoever made it.
channel-refused-consent = The streamer has to sign in with Twitch (again): see “Accounts”.
channel-refused-gone = Twitch does not have this reward any more. Create it anew.
channel-refused-there = Twitch has this reward already.
channel-refused-often = Twitch is asked too often. Try again in a minute.
channel-refused-silence = Twitch does not answer. Look in a minute whether it has acted.
channel-refused-asleep = The bot sleeps, and its rewards are paused until it wakes up.
channel-which-game = Which game
channel-all-games = All
channel-no-games = No game has ended yet. As soon as one does, it stands here.
channel-game-by = Begun by { $name }
channel-boars = { $count ->
    [one] { $count } boar
   *[other] { $count } boars
}
channel-hiders = { $count } in the trash
channel-soaked = { $count } soaked
channel-litres = { $litres } l
channel-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
channel-winner = { $name } won
channel-failures-hint = What the bot could not do. Mend the cause first, then try again; what has no sense any more can be dropped.
channel-no-failures = Nothing has failed. What the bot cannot do will wait here for you.
channel-about-errand = to be done outside
channel-about-event = to be decided
channel-about-row = to be written down
channel-deed-refund = Give points back
channel-deed-fulfil = Spend points
channel-deed-say = Say a line in chat
channel-deed-time-out = Time somebody out
channel-deed-look = Look who is in chat
channel-deed-rewards = Pause or resume the rewards
channel-deed-other = Do something on Twitch
channel-deed-decide = Decide what to do about an event
channel-deed-note = Write into the database
channel-deed-note-game = Write a game into the history
channel-obstacle-too-late = Its moment has passed, so it cannot be tried again
channel-obstacle-ended = The redemption has ended, there is nothing left to try
channel-obstacle-given-back = The points were given back, there is nothing left to play for
channel-obstacle-over = Its game is over
channel-raw = Everything that is known of it
channel-replay = Try again
channel-replayed = Trying again
channel-drop = Drop
channel-drop-title = Drop it?
channel-drop-text = It will not be tried again, and nothing will be left of it.
channel-dropped = Dropped
