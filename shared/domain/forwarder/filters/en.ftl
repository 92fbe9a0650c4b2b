filter-automaticForwards = Copies of the channel's posts
filter-reposts = Reposts
filter-origins = Where a repost comes from
filter-senders = Senders
filter-links = Links
filter-mentions = Mentions
filter-keywords = Keywords
filter-media = Kind
filter-size = Size
filter-extensions = Extension

filtered-automatic-forward = Telegram has brought it here from the channel
filtered-repost = it is a repost
filtered-no-repost = it is no repost
filtered-denied = “{ $who }” is on the deny list
filtered-not-allowed = { $who } is not on the allow list
filtered-link = it has a link
filtered-no-link = it has no link
filtered-mention = it mentions somebody
filtered-no-mention = it mentions nobody
filtered-keyword = it contains “{ $keyword }”
filtered-no-keyword = it contains none of the keywords
filtered-kind = { $kind } is not wanted
filtered-size = { $size } MB is more than { $most } MB
filtered-extension =
    { $extension ->
        [none] the file has no extension
       *[other] files .{ $extension } are not wanted
    }
filtered-nothing-left = { $why }, and there is no text to keep

kind-text = plain text
kind-photo = a photo
kind-video = a video
kind-animation = a GIF
kind-video_note = a video message
kind-voice = a voice message
kind-audio = music
kind-document = a file
kind-sticker = a sticker
kind-poll = a poll
kind-location = a location
kind-venue = a place
kind-contact = a contact
kind-dice = a dice
kind-game = a game
kind-story = a story
kind-checklist = a checklist
kind-paid_media = paid media
kind-other = such a message
