twenty-one-card = { $face }{ $suit }
twenty-one-cards = { $before } { $card }
twenty-one-hand = { $cards } = { $total }
twenty-one-hand-bust = { $cards } = { $total }, bust
twenty-one-hand-golden = { $cards } = { $total }, the golden pair
twenty-one-waiting = 🃏 { $viewer } is shuffling the cards. Who dares to sit down?
twenty-one-already = { $viewer }, you are at the table already, one chair has to do. You keep your stake.
twenty-one-ticketless = { $viewer }, a game takes a ticket and you have none. The beer challenge pours them out 🍺
twenty-one-next = { $player }, the next game is yours, as soon as somebody sits down.
twenty-one-queue = 🪑 { $count ->
    [one] { $count } player is
   *[other] { $count } players are
} still in line. Next deal in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
twenty-one-queue-live = 🪑 { $count ->
    [one] { $count } player is
   *[other] { $count } players are
} still in line. I deal again as soon as the table is free.
twenty-one-gone = { $viewer } leaves the table. { $stake ->
    [ticket] The ticket goes back.
   *[reward] The points go back.
}
twenty-one-expired = { $viewer }, nobody came to play you. { $stake ->
    [ticket] You have your ticket back.
   *[reward] You have your points back.
}
twenty-one-overslept = I dozed off and the cards are all over the floor. Everybody at the table has their stake back.
twenty-one-won = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }. { $winner } takes it!
twenty-one-draw = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }. A draw! Both stakes go back.
twenty-one-promoted = 🎖️ Moving up! { $player } is now “{ $rank }”.
twenty-one-live = { $what } { $asked }
twenty-one-live-dealt = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }.
twenty-one-live-drew = { $player } draws: { $hand }.
twenty-one-live-stood = { $player } stands: { $hand }.
twenty-one-live-silent = { $player } says nothing and stands: { $hand }.
twenty-one-live-turn = { $player }, your move: { command-hit } or { command-stand }? You have { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
twenty-one-live-again = { command-hit } or { command-stand }? You have { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
twenty-one-live-next = { $player }, now you, holding { $hand }: { command-hit } or { command-stand }? You have { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
twenty-one-reason = Lost a game of 21
