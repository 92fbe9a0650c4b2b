beer-litres = { $litres ->
    [one] { $litres } litre
   *[other] { $litres } litres
}
beer-tickets = { $tickets ->
    [one] { $tickets } ticket
   *[other] { $tickets } tickets
}
beer-not-a-number = 🍺 { $viewer }, just a number from 1 to 20, please: how many litres can you take? You have your points back.
beer-won-modest = 🍺 { $viewer } sips through { beer-litres } without a blush. That's { beer-tickets } for 21!
beer-won-solid = 🍻 { $viewer } downs { beer-litres }, and the bartender nods with respect. Here, { beer-tickets } for 21!
beer-won-heroic = 🏅 { beer-litres }! { $viewer } puts down the empty mug and asks for a snack. The whole bar claps and chips in { beer-tickets } for 21!
beer-won-legendary = 👑 { beer-litres }! They will sing of this: { $viewer }, the terror of every cellar. The prize: { beer-tickets } for 21!
beer-lost-couch = 🛋️ { $viewer } reaches for { beer-litres }, but the couch is closer. { $fate }
beer-lost-foam = 🫧 { beer-litres }? { $viewer } gives up on the foam. { $fate }
beer-lost-table = 😵 { $viewer } takes on { beer-litres } and falls asleep face down in the peanuts. { $fate }
beer-lost-water = 🥴 Somewhere on the way to { beer-litres }, { $viewer } asks for a glass of water. { $fate }
beer-sleeps-it-off = Sleep it off for { $rest }!
beer-spared = The house never throws out its own: have a snack and live on.
beer-reason = Beer challenge
