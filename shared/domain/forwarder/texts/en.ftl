forwarder-verbatim = { $words }
forwarder-none = none
forwarder-any = any
forwarder-and-more = … and { $count } more

forwarder-home = 🔀 Forwarder

    I carry posts from chat to chat. A mapping says from where to where, and how.
forwarder-home-counts = Mappings: { $total }, of them on: { $enabled }
forwarder-home-first = There is none yet. Press “Add mapping”, and I will lead you through.
forwarder-home-troubled = ⚠️ Do not work: { $count }. Look under “Mappings”.
forwarder-help = How it works

    1. Add me to the source and to the target: to a channel as an administrator, to a group as a member that sees messages.
    2. Press “Add mapping”, choose the sources, the targets and the mode, and confirm.
    3. In the card of a mapping: filters (which posts), transforms (what becomes of their text), options, and a test that sends nothing to the target.

    Mode “forward” keeps the author, “copy” shows none.
    A chat is added by @name, link, id, a forwarded post, or from Telegram's list.

    For those who like to type: /mappings /queue /dead /stats /cancel
    A dialogue that nobody goes on with ends after 15 minutes.
forwarder-strangers = This bot is run by its administrators, and you are not among them. Your id is { $user }.
forwarder-too-often = Not so fast, please. Try again in a minute.
forwarder-old-button = This button has expired. Open the menu again: /start
forwarder-expired = ⌛ The dialogue has expired: nothing was said for 15 minutes. Open it again from the menu.
forwarder-cancelled = ✖ Cancelled, nothing has changed.
forwarder-nothing-to-cancel = There is nothing to cancel.
forwarder-nothing-asked = I have not asked for anything just now. Choose what you want to do:
forwarder-saved = ✅ Saved
forwarder-problem = ⚠️ { $problem }

forwarder-menu = 🏠 Menu
forwarder-back = ⬅ Back
forwarder-cancel = ✖ Cancel
forwarder-next = Next ({ $count }) ➡
forwarder-on = Next ➡
forwarder-confirm = ✅ Confirm
forwarder-no = No
forwarder-refresh = 🔄 Refresh
forwarder-previous = ◀
forwarder-next-page = ▶
forwarder-page = { $page }/{ $pages }
forwarder-mark = { $on ->
    [yes] ☑
   *[no] ⬜
} { $label }
forwarder-pick-page = Page
forwarder-pick-all = All
forwarder-pick-none = None
forwarder-add-mapping = ➕ Add mapping
forwarder-mappings = 🔀 Mappings
forwarder-sources = 📥 Sources
forwarder-targets = 📤 Targets
forwarder-queue = ⏳ Queue
forwarder-dead = ☠ Dead letters
forwarder-statistics = 📊 Statistics
forwarder-accounts = 👤 Accounts
forwarder-settings = ⚙ Settings
forwarder-help-button = ❓ Help
forwarder-add-chat = ➕ Add chat
forwarder-check = 🔄 Check again
forwarder-several = ☑ Several at once
forwarder-import = 📂 Import
forwarder-export = 💾 Export
forwarder-enable = ✅ Turn on
forwarder-disable = ❌ Turn off
forwarder-filters = 🔍 Filters
forwarder-transforms = ✏ Transforms
forwarder-options = 🎛 Options
forwarder-label = 🏷 Label
forwarder-test = 🧪 Test
forwarder-copy-settings = 📋 Copy settings to…
forwarder-export-rules = 💾 Rules to file
forwarder-import-rules = 📂 Rules from file
forwarder-delete = 🗑 Delete
forwarder-delete-yes = 🗑 Yes, delete
forwarder-open = Open the mapping
forwarder-pick = 📇 Choose from Telegram's list
forwarder-retry = 🔁 Try again
forwarder-retry-all = 🔁 Try all again
forwarder-drop = 🗑 Give up
forwarder-retried = ✅ In line again: { $count }

forwarder-accounts-waiting = 👤 Accounts

    So far the bot does everything itself. Accounts of users come later, and with them:
    • posts of channels where the bot is not
    • an account that reads while the bot posts
    • deletions that are followed
    • the history of a channel, from post to post
    • what was missed while nothing ran
    • logins that are taken over from elsewhere
forwarder-settings-title = ⚙ Settings

    In which language the panel speaks with you:
forwarder-language = { $on ->
    [yes] ☑
   *[no] ⬜
} { $language ->
    [ru] Русский
   *[en] English
}

forwarder-sources-title = 📥 Sources: chats whose posts I see
forwarder-targets-title = 📤 Targets: chats where I may post
forwarder-chats-empty = There is none yet. Add me to a chat, then press “Add chat”.
forwarder-chat-facts = { $type ->
    [channel] Channel
    [supergroup] Group
    [group] Small group
   *[private] Person
}{ $at } · { $id }
forwarder-chat-rights = The bot there: { $status ->
    [creator] owner
    [administrator] administrator
    [member] member
    [restricted] restricted
    [left] not in the chat
   *[kicked] removed
} · sees posts: { $reads ->
    [true] yes
   *[false] no
} · may post: { $posts ->
    [true] yes
   *[false] no
}
forwarder-chat-topics = It has topics. Name one like this: id#topic.
forwarder-chat-protected = 🔒 Saving is restricted there.
forwarder-chat-trouble = ⚠️ { $why }
forwarder-chat-mappings = Mappings from here: { $from }, to here: { $to }
forwarder-chat-checked = Checked { $ago }
forwarder-ago-now = just now
forwarder-ago-minutes = { $count } min ago
forwarder-ago-hours = { $count } h ago
forwarder-ago-days = { $count } d ago

forwarder-mappings-title = 🔀 Mappings: { $count }
forwarder-mappings-empty = There is none yet.
forwarder-mapping-mode = Mode: { $mode ->
    [forward] forward, with the author
   *[copy] copy, without the author
}{ $fallback ->
    [true] {""}
   *[false] , no fallback
}
forwarder-used = Really used: { $mode }
forwarder-used-fallback = Really used: forward (fell back to { $mode }: { $reason })
forwarder-mapping-silent = No post yet
forwarder-mapping-last = Last post { $ago }
forwarder-mapping-rules = Keywords wanted: { $include }, unwanted: { $exclude } · transforms: { $transforms }
forwarder-mapping-trouble = ⚠️ { $why }
forwarder-delete-sure = Delete the mapping { $name }? What it has carried stays where it is.
forwarder-created = Created: { $created }, skipped: { $skipped }
forwarder-created-now = New posts of the source go to the target from now on. 🎉
forwarder-skipped = • { $path }: { $why }
forwarder-loop-all-the-same = 🔁 Create the loop all the same
forwarder-copied = ✅ Settings copied to mappings: { $count }
forwarder-several-done = ✅ Done: { $count }{ $gone ->
    [0] {""}
   *[other] , gone already: { $gone }
}
forwarder-imported = Created: { $created }, changed: { $changed }, as before: { $unchanged }, skipped: { $skipped }
forwarder-exported = Mappings. To take them in again: Mappings → Import.
forwarder-exported-rules = Rules of the mapping. To take them in: the card of a mapping → Rules from file.

forwarder-adding-sources = ➕ Step 1 of 5. From where? Mark one source or several.
forwarder-adding-targets = ➕ Step 2 of 5. To where? Mark one target or several.
forwarder-adding-how = A chat that is not listed: send its @name, link or id, forward a post from it, or choose it from Telegram's list. A topic: @name#7.
forwarder-adding-none = I know no such chat yet.
forwarder-adding-mode = ➕ Step 3 of 5. How?

    Forward: the post keeps its author.
    Copy: the post shows none, and filters may change its text.
forwarder-mode-forward = ↪ Forward
forwarder-mode-copy = 📋 Copy
forwarder-adding-options = ➕ Step 4 of 5. Options: press to change, or go on; all of them can be changed later.
forwarder-adding-summary = ➕ Step 5 of 5. New mappings: { $count }
forwarder-adding-from = From: { $names }
forwarder-adding-to = To: { $names }
forwarder-picker = Choose a chat with a button below the text field.
forwarder-picker-channel = 📢 A channel
forwarder-picker-group = 👥 A group
forwarder-picked = “{ $title }” is chosen.
forwarder-wait-chat = Send the @name, link or id of a chat, forward a post from it, or choose it from Telegram's list.
forwarder-wait-post = 🧪 Send or forward a message, and I show what the mapping would do with it. Nothing is sent to the target.
forwarder-wait-file = Send the file with the rules. They replace the filters and transforms of this mapping.
forwarder-wait-file-all = Send the file with the mappings. Those that exist get the settings of the file.

forwarder-keywords-list = Which list?
forwarder-keywords-include = ➕ Wanted: only posts with them go
forwarder-keywords-exclude = ➖ Unwanted: posts with them stay
forwarder-as = How is it looked for?
forwarder-as-word = Whole word
forwarder-as-substring = Any part of the text
forwarder-as-regex = Regular expression
forwarder-keywords-words = Send the { $as ->
    [regex] regular expressions
   *[other] keywords
}, one a line, or a text file with them.
forwarder-keywords-summary = { $list ->
    [include] Wanted
   *[exclude] Unwanted
}, { $as ->
    [word] whole word
    [substring] any part of the text
   *[regex] regular expression
}:
forwarder-case-sensitive = { $on ->
    [yes] ☑
   *[no] ⬜
} Case matters
forwarder-keep-case = { $on ->
    [yes] ☑
   *[no] ⬜
} Keep the case of the original
forwarder-keyword = { $list ->
    [include] ➕
   *[exclude] ➖
} { $find }
forwarder-replace-find = Send what is to be replaced{ $as ->
    [regex] {" "}(a regular expression)
   *[other] {""}
}.
forwarder-replace-with = “{ $find }” becomes what? Send the text.{ $as ->
    [regex] {" "}$1, $2 … are the groups.
   *[other] {""}
}
forwarder-replace-nothing = Nothing: take it out

forwarder-choose-mappings = Mark the mappings.
forwarder-choose-copy-settings = Which mappings shall have the settings of this one?
forwarder-choose-keywords = Mark the keywords to remove.
forwarder-choose-transforms = Mark the transforms to remove.
forwarder-choose-kinds = Mark what is carried. Nothing marked: everything is.
forwarder-choose-empty = The list is empty.
forwarder-chosen = Marked: { $count }
forwarder-sure-mappings = Delete mappings: { $count }?
forwarder-sure-copy-settings = { $what ->
    [everything] All settings
    [filters] The filters
    [keywords] The keywords
   *[transforms] The transforms
} of these are overwritten. Mappings: { $count }
forwarder-apply-enable = ✅ Turn on ({ $count })
forwarder-apply-disable = ❌ Turn off ({ $count })
forwarder-apply-delete = 🗑 Delete ({ $count })
forwarder-apply-everything = 📋 Everything ({ $count })
forwarder-apply-filters = 🔍 Filters ({ $count })
forwarder-apply-keywords = 🔤 Keywords ({ $count })
forwarder-apply-transforms = ✏ Transforms ({ $count })
forwarder-apply-remove = 🗑 Remove ({ $count })
forwarder-apply-kinds = ✅ Apply ({ $count })

forwarder-filters-title = 🔍 Filters of { $name }
forwarder-filters-include = Wanted keywords: { $words }
forwarder-filters-exclude = Unwanted keywords: { $words }
forwarder-filters-kinds = Kinds: { $count ->
    [0] all
   *[other] { $count } chosen
}{ $denied ->
    [0] {""}
   *[other] , without { $denied }
}
forwarder-filters-files = Files: { $size ->
    [0] of any size
   *[other] up to { $size } MB
}, extensions: { $extensions }
forwarder-filters-people = Senders: { $allow ->
        [0] any
       *[other] only { $allow }
    }{ $deny ->
        [0] {""}
       *[other] , without { $deny }
    } · reposts: { $from ->
        [0] from anywhere
       *[other] from { $from } only
    }{ $not ->
        [0] {""}
       *[other] , without { $not }
    }
forwarder-add-keywords = ➕ Keywords
forwarder-remove-keywords = ➖ Keywords
forwarder-kinds = 🖼 Kinds of posts
forwarder-transforms-title = ✏ Transforms of { $name }, from top to bottom
forwarder-transforms-empty = None: texts stay as they are.
forwarder-add-replace = ➕ Replace
forwarder-add-style = ➕ Style
forwarder-styles-title = In which style shall the posts of { $name } be?
forwarder-remove-transforms = ➖ Remove
forwarder-transform-replace = “{ $find }” → “{ $with }”
forwarder-transform-mask-links = Links → “{ $with }”
forwarder-transform-header = Above: { $text }
forwarder-transform-footer = Below: { $text }
forwarder-transform-template = Template: { $text }
forwarder-transform-style = Style: { $as ->
    [plain] plain
    [bold] bold
    [italic] italic
    [code] code
    [strikethrough] struck through
   *[spoiler] spoiler
}

forwarder-options-title = 🎛 Options of { $name }. Press to change.
forwarder-pace = Delay: { $delay } s · a minute: { $most ->
    [0] any number
   *[other] up to { $most }
} · quiet hours: { $hours } · re-read: { $reread ->
        [0] no
       *[other] after { $reread } s
    }
    Doubles are looked for in { $window } min, almost equal texts too: { $near ->
        [0] no
       *[other] up to { $near } of 64 bits
    } · own link buttons: { $buttons }
forwarder-option-mode = Mode: { $value ->
    [forward] forward
   *[copy] copy
}
forwarder-option-fallback = If it cannot be forwarded: { $value ->
    [true] copy
   *[false] nothing
}
forwarder-option-silent = Sound: { $value ->
    [true] 🔕 off
   *[false] 🔔 on
}
forwarder-option-edits = Edits: { $value ->
    [sync] follow
    [repost] post again
   *[ignore] ignore
}
forwarder-option-edits-otherwise = An edit that cannot be made: { $value ->
    [repost] post again
   *[ignore] leave out
}
forwarder-option-edits-rejected = Edited so that filters refuse it: { $value ->
    [keep] keep
   *[delete] delete
}
forwarder-option-replies = Replies: { $value ->
    [keep] stay replies
    [bring] bring what they answer
   *[drop] as plain posts
}
forwarder-option-pins = Pins: { $value ->
    [true] follow
   *[false] ignore
}
forwarder-option-priority = Priority: { $value ->
    [high] high
    [normal] normal
   *[low] low
}
forwarder-option-preview = Link preview: { $value ->
    [as-is] as in the source
    [on] on
   *[off] off
}
forwarder-option-buttons = Link buttons: { $value ->
    [keep] keep
    [text] as text
   *[drop] drop
}
forwarder-option-protected = Protected posts: { $value ->
    [skip] skip
   *[copy] copy (own channel)
}
forwarder-option-unsure = If nobody knows whether it was sent: { $value ->
    [again] send again
   *[hold] ask me
}
forwarder-option-dedup = No doubles in: { $value ->
    [off] nothing
    [mapping] this mapping
    [target] the target
   *[everywhere] all targets
}
forwarder-option-order = Keywords: { $value ->
    [exclude-then-include] unwanted, then wanted
    [include-then-exclude] wanted, then unwanted
    [include-only] wanted only
   *[exclude-only] unwanted only
}
forwarder-option-invert-include = Wanted list: { $value ->
    [true] inverted
   *[false] as it is
}
forwarder-option-invert-exclude = Unwanted list: { $value ->
    [true] inverted
   *[false] as it is
}
forwarder-option-unwanted = Unwanted kind: { $value ->
    [discard] no post
   *[keep-text] text only
}
forwarder-option-links = Links: { $value ->
    [any] any posts
    [only] only with
   *[none] only without
}
forwarder-option-mentions = Mentions: { $value ->
    [any] any posts
    [only] only with
   *[none] only without
}
forwarder-option-reposts = Reposts: { $value ->
    [any] any posts
    [only] only reposts
   *[none] no reposts
}
forwarder-option-automatic = Copies in the discussion group: { $value ->
    [true] carry
   *[false] leave out
}
forwarder-field-header = ➕ Text above
forwarder-field-footer = ➕ Text below
forwarder-field-template = ➕ Template
forwarder-field-mask-links = ➕ Mask links
forwarder-field-senders-allow = Only senders
forwarder-field-senders-deny = Without senders
forwarder-field-origins-allow = Reposts only from
forwarder-field-origins-deny = No reposts from
forwarder-field-extensions = Extensions
forwarder-field-size = Size
forwarder-field-delay = Delay
forwarder-field-reread = Re-read
forwarder-field-per-minute = A minute at most
forwarder-field-quiet-hours = Quiet hours
forwarder-field-window = Doubles: how long
forwarder-field-near = Almost equal texts
forwarder-field-link-buttons = Own link buttons
forwarder-fill-label = Send the label, up to 64 characters; “-” takes it away.
forwarder-fill-header = Send the text that is to stand above each post.
forwarder-fill-footer = Send the text that is to stand below each post.
forwarder-fill-template = Send the template. {"{"}text{"}"} is the post's text; also {"{"}chat{"}"}, {"{"}chat_username{"}"}, {"{"}sender{"}"}, {"{"}sender_username{"}"}, {"{"}link{"}"}, {"{"}date{"}"}, {"{"}time{"}"}.
forwarder-fill-mask-links = Send what is to stand in place of links; “-” takes them out.
forwarder-fill-senders-allow = Send ids, @names or authors' names, one a line: only their posts go. “-” empties the list.
forwarder-fill-senders-deny = Send ids, @names or authors' names, one a line: their posts stay. “-” empties the list.
forwarder-fill-origins-allow = Send ids or @names, one a line: only reposts from there go. “-” empties the list.
forwarder-fill-origins-deny = Send ids or @names, one a line: reposts from there stay. “-” empties the list.
forwarder-fill-extensions = Send extensions, such as “pdf docx”: only such files go. “-”: all of them.
forwarder-fill-size = Up to how many MB may a file have? 0: any size.
forwarder-fill-delay = How many seconds shall a post wait, from 0 to 86400?
forwarder-fill-reread = For channels that edit at once: after how many seconds is a post carried as it is then, from 0 to 300?
forwarder-fill-per-minute = How many posts a minute at most, from 1 to 60? 0: any number.
forwarder-fill-quiet-hours = When is it quiet? For example 23:00-07:30 or 23:00-07:30 Europe/Berlin. “-”: never.

forwarder-fill-window = For how many minutes is a double one, from 1 to 43200 (30 days)?
forwarder-fill-near = In how many of 64 bits may almost equal texts differ, from 0 to 16? 0: only equal texts are doubles; 3 is a good start.
forwarder-fill-link-buttons = Send the buttons for below the posts, a row a line: “Our site https://example.com | Chat https://t.me/name”. “-”: none.

forwarder-problem-press = Please answer with a button.
forwarder-problem-nothing-chosen = Nothing is marked yet.
forwarder-problem-too-many = That would be { $count } mappings; at most { $most } at once.
forwarder-problem-empty = That is empty.
forwarder-problem-long = That is too long: at most { $most } characters.
forwarder-problem-pattern = “{ $find }”: { $problem }
forwarder-problem-number = I need a whole number from { $least } to { $most }.
forwarder-problem-list = I need up to 500 names, each up to 64 characters.
forwarder-problem-extensions = I need extensions such as “pdf docx”.
forwarder-problem-quiet-hours = I need two times such as 23:00-07:30, and after them a time zone such as Europe/Berlin if you like.
forwarder-problem-wants-chat = I need a chat: its @name, link or id, or a forwarded post.
forwarder-problem-wants-post = I need a message to test.
forwarder-problem-wants-file = I need a file.
forwarder-problem-wants-words = I need a text, or a text file of up to 1 MB.
forwarder-problem-file = This is no JSON file of up to 1 MB.
forwarder-problem-link-buttons = I need lines such as “Our site https://example.com”.
forwarder-problem-rules = These are no rules: { $problem }

forwarder-trial-discarded = ❌ The post stays. Decided by: { $by }
forwarder-trial-why = Why: { $why }
forwarder-trial-carried = ✅ The post goes.
forwarder-trial-filter = { $says ->
    [drop-media] ✂
   *[pass] ✓
} { $filter }: { $why }
forwarder-trial-step = { $how ->
    [forward] ↪ forwarded as it is
    [copy] 📋 copied
    [text] ✉ sent as a text
   *[album] 🖼 sent as an album
}{ $buttons ->
    [0] {""}
   *[other] , with buttons: { $buttons }
}
forwarder-trial-disabled = The mapping is off: nothing would go.
filter-topic = Topic
filter-protected = Protected posts
filter-too-many-hops = Too many mappings in a row
filter-been-there = It has come from there
filter-nothing-left = Nothing is left of it

forwarder-queue-title = ⏳ In line: { $count }
forwarder-queue-line = • { $title }: { $count }, the oldest from { $ago }
forwarder-dead-title = ☠ Dead letters: { $count }
forwarder-dead-empty = There is none: everything has arrived or is on its way.
forwarder-dead-line = { $title }: { $why }
forwarder-dead-why = Why: { $why } · { $ago }
forwarder-dead-said = Telegram said: { $said }
forwarder-statistics-title = 📊 Statistics
forwarder-statistics-carried = Carried: { $count } (forward: { $forward }, copy: { $copy })
forwarder-statistics-not = Filtered out: { $discarded } · doubles: { $duplicates } · given up: { $failed }
forwarder-statistics-queue = In line: { $waiting } · on the way: { $sending } · dead letters: { $dead } · the oldest waits { $seconds } s
forwarder-statistics-flood = Waited because Telegram asked for it: { $seconds } s
forwarder-statistics-error = • { $why }: { $count }

forwarder-command-start = Main menu
forwarder-command-help = How it works
forwarder-command-admin = Main menu, for administrators
forwarder-command-mappings = All mappings
forwarder-command-queue = What is in line
forwarder-command-dead = What was given up
forwarder-command-stats = Statistics
forwarder-command-cancel = End the dialogue
