ranks-wins = { $wins ->
    [one] { $wins } win
   *[other] { $wins } wins
}
ranks-losses = { $losses ->
    [one] { $losses } loss
   *[other] { $losses } losses
}
ranks-tickets = { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}
ranks-me = 🃏 { $viewer } — { $rank }: { ranks-wins }, { ranks-losses }, { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) }% won. 🎟️ { ranks-tickets }. { $ahead }
ranks-next = { $missing ->
    [one] { $missing } win
   *[other] { $missing } wins
} to go to “{ $rank }”.
ranks-highest = 👑 There is no higher rank!
ranks-newcomer = 🃏 { $viewer }, not one game played yet: take a seat and we'll deal you in! 🎟️ You hold { ranks-tickets }.
ranks-top = 🏆 Best at the table: { $places }
ranks-places = { $places } { $next }
ranks-place = { $medal } { $player } ({ $rank }) — { ranks-wins }
ranks-top-empty = 🏆 The table is still empty: nobody has won yet. A good time to be the first!
ranks-name-0 = Gambling Gnome
ranks-name-10 = Card-Table Goblin
ranks-name-20 = Marked-Deck Boar
ranks-name-30 = Card-Pinching Gnome
ranks-name-40 = Bluffing Goblin
ranks-name-50 = Pig of Importance
ranks-name-60 = One-More-Deposit Goblin
ranks-name-70 = Scratch-Card Swindler
ranks-name-80 = Ace in Chief
ranks-name-90 = Comeback Pig
ranks-name-100 = Doctor of Jacks
ranks-name-120 = Right Honourable Twenty-Oner
ranks-name-150 = Virtuoso Boar
ranks-name-200 = King of Top-Ups
ranks-name-250 = Daredevil Twenty-Oner
ranks-name-300 = Lord of the Cards
ranks-name-350 = Baron of Bets
ranks-name-400 = Head of the Top-Up Office
ranks-name-450 = Deity of Twenty-One
ranks-name-500 = Absolute Gambler
