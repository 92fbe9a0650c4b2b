logs-intro = Everything that Taproom notes, as it happens
logs-lines = Lines of the log
logs-connection-connecting = Connecting …
logs-connection-open = Live
logs-connection-lost = No connection, trying again
logs-view-paused = Paused
logs-view-snapshot = Snapshot
logs-filters = Filter
logs-level = At least
logs-least-info = All
logs-least-warn = Warnings
logs-least-error = Errors
logs-level-debug = debug
logs-level-info = info
logs-level-warn = warning
logs-level-error = error
logs-part = Part, like channel 1001
logs-text = Find in the lines
logs-trace = Trace id
logs-no-filter = No filter
logs-nothing = No such line yet. Redeem something or type a command in chat, and it will appear here.
logs-new = { $count } new lines
logs-gap = Lines may be missing here: the connection was away, or they came before the filter.
logs-lost = { $count ->
    [one] One line got lost on its way here
   *[other] { $count } lines got lost on their way here
}
logs-to-end = To the end
logs-to-end-new = { $count ->
    [one] To the end · 1 new
   *[other] To the end · { $count } new
}
logs-at = When
logs-same-trace = All of this trace
logs-tools = What to do with the lines
logs-pause = Pause
logs-go-on = Live again
logs-go-on-new = { $count ->
    [one] Live again · 1 new
   *[other] Live again · { $count } new
}
logs-clear = Clear
logs-as-text = Text
logs-as-json = JSON lines
logs-snapshot = So many of the latest lines
logs-snapshot-hint = From 1 to 5,000; the filter holds for them too
logs-snapshot-wrong = A whole number from 1 to 5,000
logs-snapshot-show = Show
