club-hit = 🏏 { $by } swings the club with eyes shut, and down it comes on { $victim }! Off to the bushes for { $time }.
club-self = 🏏 { $by } whirls the club overhead… and stops it with the forehead. It happens!
club-already = 🏏 { $by } strikes at { $victim }, but nobody is there: that one is lying down already.
club-bounced = 🏏 { $by } strikes at { $victim }, and the club bounces off. Is that a helmet?
club-missed = 🏏 { $by } aims at { $victim }, but the club is stuck at Twitch's gate. Lucky you!
club-reason = Hit by the club
