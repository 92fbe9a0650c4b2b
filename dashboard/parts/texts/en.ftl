parts-close = Close
parts-cancel = Cancel
parts-loading = Loading
parts-try-again = Try again
parts-may-not-change = You may look at this, but not change it
parts-nothing-found = Nothing here
parts-more = Show more
parts-search = Search
parts-copy = Copy
parts-copied = Copied
parts-copy-failed = The browser does not let this page copy
parts-download = Download
parts-as-table = Show as a table
parts-moment = Time
parts-unsaved = Unsaved changes
parts-unsaved-count = { $count ->
    [one] One change is not saved yet.
   *[other] { $count } changes are not saved yet.
}
parts-save-wrong = Something cannot be so. It says below the field what.
parts-save = Save
parts-discard = Discard
