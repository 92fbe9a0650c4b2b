mappings-all = Mappings
mappings-search = Search titles, @names, labels, ids
mappings-view = Which
mappings-view-all = All
mappings-view-on = On
mappings-view-off = Off
mappings-view-troubled = In trouble
mappings-none = There are no mappings yet. Add the bot to a source and a target, then press “Add mappings”.
mappings-none-found = No mapping looks like this.
mappings-export = Export
mappings-import = Import
mappings-import-title = Import mappings
mappings-create = Add mappings
mappings-mode = How
mappings-mode-copy = Copy
mappings-mode-forward = Forward
mappings-mode-copy-hint = The author is not shown, and the text can be changed.
mappings-mode-forward-hint = The post keeps its author.
mappings-trouble = Does not work: { $why }
mappings-never = No post has gone this way yet
mappings-last = Last post
mappings-used = went as { $used ->
    [forward] a forward
   *[copy] a copy
}: { $why }
mappings-on = On
mappings-off = Off
mappings-carries = { $name }: carries posts
mappings-now-on = { $name } is on
mappings-now-off = { $name } is off
mappings-sources = From
mappings-targets = To
mappings-search-chats = Search chats
mappings-no-chats = The bot knows no such chat yet.
mappings-others = Other chats
mappings-others-hint = An @name, a t.me link or an id, one a line. A topic is written after it: @name#7
mappings-label = Label
mappings-label-hint = Only for you; may be left empty
mappings-make = { $count ->
    [0] Choose from where and to where
    [one] Make { $count } mapping
   *[other] Make { $count } mappings
}
mappings-created = { $count ->
    [one] { $count } mapping made
   *[other] { $count } mappings made
}
mappings-skipped = { $count ->
    [one] { $count } was left out
   *[other] { $count } were left out
}
mappings-loop-all-the-same = Make the loop all the same
mappings-file = File
mappings-file-hint = One that was exported here or by the bot
mappings-file-unreadable = This is no file of mappings: it is no JSON. Choose one that “Export” has made.
mappings-file-something-else = There are no mappings in this file. Choose one that “Export” has made.
mappings-file-other-version = This file is of another version of Taproom, and cannot be read here.
mappings-file-empty = The list of mappings in this file is empty.
mappings-may-loop = Mappings may close a loop
mappings-may-loop-hint = What is carried would come back to where it came from
mappings-would-first = Nothing is changed before you have seen what would come of it.
mappings-would-nothing = Nothing would change.
mappings-would-create = New
mappings-would-change = Changed
mappings-would-stay = As before
mappings-take-over = Take it over
mappings-imported = Taken over: { $created } new, { $changed } changed
mappings-back = All mappings
mappings-gone = There is no such mapping. Perhaps somebody has removed it.
mappings-test = Try its rules
mappings-copy = Copy settings to…
mappings-copy-title = Copy settings of “{ $name }”
mappings-copy-part = What
mappings-copy-part-hint = It replaces what the others have. Their labels stay, and so does whether they are on.
mappings-copy-everything = All settings
mappings-copy-filters = Filters
mappings-copy-keywords = Wanted and unwanted words
mappings-copy-transforms = Changes of the text
mappings-copy-to = To which mappings
mappings-copy-search = Search labels and titles
mappings-copy-none = There is no other mapping.
mappings-copy-deed = { $count ->
    [0] Copy
    [one] Copy to { $count } mapping
   *[other] Copy to { $count } mappings
}
mappings-copied = { $count ->
    [one] Settings copied to { $count } mapping
   *[other] Settings copied to { $count } mappings
}
mappings-remove = Remove
mappings-remove-title = Remove “{ $name }”?
mappings-remove-text = Its settings go with it. What it has carried stays where it is.
mappings-removed = { $name } has been removed
