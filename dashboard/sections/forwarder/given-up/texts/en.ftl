given-up-dead = Not delivered
given-up-kind = Why
given-up-any-kind = For any reason
given-up-none = Everything has arrived, or is on its way.
given-up-doubtful = Perhaps twice
given-up-doubtful-hint = The line broke while these were being sent, so they were sent once more: look whether they stand there twice.
given-up-no-doubt = Nothing is in doubt.
given-up-said = Telegram said: { $said }
given-up-mapping = Mapping { $id }
given-up-post = post { $ids } of { $source }
given-up-attempts = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
given-up-retry = Try again
given-up-retried = It stands in line again
given-up-drop = Drop
given-up-dropped = It will not be sent
given-up-drop-title = Drop this post?
given-up-drop-text = It will never be sent to “{ $title }”.
given-up-retry-all = Try all again
given-up-retried-many = { $count ->
    [one] { $count } post stands in line again
   *[other] { $count } posts stand in line again
}
given-up-dropped-many = { $count ->
    [one] { $count } post will not be sent
   *[other] { $count } posts will not be sent
}
given-up-drop-all = Drop all
given-up-drop-all-title = Drop them all?
given-up-drop-all-text = Nothing of what was given up will ever be sent.
given-up-drop-kind-text = Nothing that was given up for this reason will ever be sent: { $why }.
