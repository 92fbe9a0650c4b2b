session-title = Come in
session-twitch = With Twitch
session-telegram = With Telegram
session-or = or
session-token = Admin token
session-token-hint = ADMIN_TOKEN, the one that npx taproom setup has made
session-name = Name
session-password = Password
session-by-token = With the admin token
session-by-password = With a password
session-sign-in = Sign in
session-wrong = That is not right.
session-attempts-left = { $tries ->
    [0] That was the last try for now: you have to wait.
    [one] One try is left before you have to wait.
   *[other] { $tries } tries are left before you have to wait.
}
session-wait = Too many failures. You can try again in
session-obstacle-begin-again = The sign-in was not finished: it was begun in another browser or too long ago. Begin again.
session-obstacle-no-answer = There was no answer, so nobody could say who you are. Try again in a minute.
session-obstacle-no-consent = You have not agreed there, so nobody has said who you are.
session-obstacle-not-let-in = Nobody has let this account in yet. Ask an owner to add you in “People”.
session-obstacle-over = Your session is over. Sign in again. With Twitch or Telegram rather do it in another tab: then what you have typed here stays.
session-first = First time here?
session-first-token = Set it up just now? Come in with the admin token. npx taproom setup makes it and shows it once; the Worker keeps it as the secret ADMIN_TOKEN.
session-first-twitch = The streamer of a connected channel comes in with Twitch and is an owner at once.
session-first-invited = Everybody else comes in after an owner has added them in “People”.
session-first-dev = In the dev world (npm run dev) the admin token is embedded-admin-token.
