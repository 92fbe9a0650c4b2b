session-title = Come in
session-twitch = With Twitch
session-telegram = With Telegram
session-or = or
session-token = Admin token
session-token-hint = The one that the Worker was set up with
session-name = Name
session-password = Password
session-by-token = With the admin token
session-by-password = With a password
session-sign-in = Sign in
session-wrong = That is not right.
session-attempts-left = { $tries ->
    [one] One try is left before you have to wait.
   *[other] { $tries } tries are left before you have to wait.
}
session-wait = { $seconds ->
    [one] Too many failures. Try again in a second.
   *[other] Too many failures. Try again in { $seconds } seconds.
}
