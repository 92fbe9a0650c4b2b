queue-waiting = Waiting
queue-sending = Being sent
queue-dead = Given up
queue-last-minutes = While you look
queue-watching = Watching the queue…
queue-lines = Lines
queue-nobody = Nobody stands in line: everything has gone out.
queue-target = Target
queue-oldest = Oldest
queue-deeds = Deeds
queue-clear = Clear
queue-clear-label = Clear the line of { $title }
queue-clear-title = Clear the line of “{ $title }”?
queue-purge = Clear all lines
queue-purge-title = Clear all lines?
queue-purge-text = Waiting: { $waiting }, given up: { $dead }. None of it will ever be sent. What is being sent at this moment goes out.
queue-purge-deed = { $count ->
    [one] Drop { $count } post
   *[other] Drop { $count } posts
}
queue-purged = { $count ->
    [one] { $count } post will not be sent
   *[other] { $count } posts will not be sent
}
