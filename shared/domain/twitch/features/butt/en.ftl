butt-whole = 🍑 { $viewer }, your butt is at { $percent }% risk. It got away this time!
butt-kicked = 🥾 { $viewer }, a whole { $percent }%! Your butt asked for it: one kick, and off for { $time }.
butt-kicked-hard = 🚀 { $viewer }, all of { $percent }%! A kick with a run-up: that butt is in orbit and lands in { $time }.
butt-joke = { $words } Just joking, we do not kick our own!
butt-already = 🍑 { $viewer }, that is { $percent }%, but this butt is sitting out as it is.
butt-refused = 🍑 { $viewer }, that is { $percent }%, but Twitch lets nobody kick such an important butt.
butt-failed = 🍑 { $viewer }, that is { $percent }%, but the boot fell short: Twitch does not answer. Call it luck!
butt-reason = Butt roulette
