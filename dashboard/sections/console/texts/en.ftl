console-intro = What you do here the bot does at once, and the audit keeps who it was
console-no-channel = There is no channel yet. Connect the bot and a streamer under “Accounts”.

console-say = Speak as the bot
console-text = What it says
console-left = { $used } of 2,000 characters; a line of chat has 500, what is longer comes in several
console-too-long = { $over } too many
console-say-it = Say it
console-say-keys = Ctrl+Enter

console-command = Give a command
console-commands = Commands
console-search = Find a command
console-no-command = There is no such command. Search for another word.
console-off = Off
console-rest = What follows it
console-rest-hint = A name, for example; most commands want nothing
console-do-it = Do it
console-stopped-hint = The bot is stopped: start it first.

console-became-done = Done
console-became-nothing = Heard, and nothing came of it: it may rest for a while
console-became-before = Was done already
console-became-failed = The rules could not take it
console-besides = Besides
console-effect-time-out = a timeout
console-effect-resolve = the end of a redemption
console-effect-look-around = a look who is in chat
console-effect-look-up = a look who that is
console-effect-score = a change of a score
console-effect-tend-rewards = the pause of rewards
console-effect-record = a line in the history

console-features = Features
console-features-hint = What is switched off is called off at once: points in it go back, and its rewards are paused on Twitch.
console-switched-on = On: { $name }
console-switched-off = Off: { $name }

console-running = The bot in this channel
console-is-running = Runs
console-is-stopped = Stopped
console-while-stopped = It hears nobody, and its rewards are paused on Twitch. What you say as the bot is said.
console-stop = Stop the bot
console-start = Start the bot
console-stop-title = Stop the bot in this channel?
console-stop-text = Games in play are called off and their points go back. Until it is started again the bot hears nobody, and its rewards are paused on Twitch; whatever is redeemed before Twitch knows goes back. Other channels go on.
console-stopped-now = The bot is stopped
console-started = The bot runs again

console-jobs = Jobs
console-job-do = Do it now
console-job-run = Do it now: { $name }
console-job-well = Done, all is well.
console-job-off = What it belongs to is not configured.
console-job-last = Last done
console-job-channel-setup = Set the channel up
console-job-what-channel-setup = Subscribes to Twitch's events and makes the rewards that are missing. Does nothing twice.
console-job-channel-upkeep = Look after the channel
console-job-what-channel-upkeep = Asks Twitch about subscriptions, moderators, the stream and redemptions it may not have told of. By itself every ten minutes.
console-job-forwarder-check = Check the forwarder's chats
console-job-what-forwarder-check = Asks Telegram whether the bot may read and post in every chat of a mapping.
console-job-forwarder-rebuild = Put the queue in order anew
console-job-what-forwarder-rebuild = Makes the order of the forwarder's queue anew from Postgres. Nothing is sent twice.

console-refused-feature-off = What this command is for is switched off.
console-refused-not-set-up = The channel has never been set up: do “Set the channel up” first.
console-refused-stopped = The bot is stopped: start it first.
