voteban-begun = 🗳️ The people call a vote: shall { $target } take a break of { $time }? { $votes } of { $needed } so far, open for { $open }.
voteban-half-way = 🗳️ Half way there: { $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
} of { $needed } for a break for { $target }, { $missing } to go.
voteban-landed = ⚖️ The people have spoken! { $target } takes a break of { $time }, by { $votes ->
    [one] { $votes } vote
   *[other] { $votes } votes
} of { $needed }.
voteban-already = ⚖️ The people have spoken, but too late: { $target } is taking a break already. Votes: { $votes } of { $needed }.
voteban-refused = ⚖️ The people have spoken, but Twitch stands in the way: { $target } stays. Votes: { $votes } of { $needed }.
voteban-failed = ⚖️ The people have spoken, but Twitch does not hear them: { $target } stays. Votes: { $votes } of { $needed }.
voteban-ran-out = ⌛ Time is up, { $target } stays with us. There { $votes ->
    [one] was { $votes } vote
   *[other] were { $votes } votes
} of { $needed }.
voteban-exempt = 🛡️ { $target } is under protection, there is no point in voting.
voteban-unknown = 🔍 Twitch knows nobody of that name. Check whom you are calling to court.
voteban-not-told = 🔍 Twitch does not say who that is. There will be no vote, try again later.
voteban-reason = The chat has decided
