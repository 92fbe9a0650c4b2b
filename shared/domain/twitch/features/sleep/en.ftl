sleep-ordered = 🤐 Fine, not a word from me. The alarm clock is set: I am back in { $time }.
sleep-not-asleep = 👀 Who, me? I am not asleep, I am just listening.
sleep-over = ☕ You got me up! Commands and rewards are back.
sleep-cut-short = ☕ No quiet hours today, the party goes on! Commands and rewards are back.
sleep-good-night = 🌙 Quiet hours! For the next { $time } I hear no commands and play no rewards. Sweet dreams, chat.
sleep-good-morning = ☀️ That was a good sleep! Commands and rewards are back.
