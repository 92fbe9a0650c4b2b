beer-litres = { $litres ->
    [one] { $litres } литр
    [few] { $litres } литра
   *[other] { $litres } литров
}
beer-tickets = { $tickets ->
    [one] { $tickets } билет
    [few] { $tickets } билета
   *[other] { $tickets } билетов
}
beer-not-a-number = 🍺 { $viewer }, напиши просто число от 1 до 20 — сколько литров потянешь. Баллы возвращаю.
beer-won-modest = 🍺 { $viewer } спокойно выпивает { beer-litres } и даже не краснеет. В кармане { beer-tickets } на «Очко»!
beer-won-solid = 🍻 { $viewer } опрокидывает { beer-litres } — бармен уважительно кивает. Держи { beer-tickets } на «Очко»!
beer-won-heroic = 🏅 { beer-litres }! { $viewer } ставит пустую кружку и просит закуску. Весь бар аплодирует и дарит { beer-tickets } на «Очко»!
beer-won-legendary = 👑 { beer-litres }! Об этом будут слагать легенды: { $viewer } — гроза пивных подвалов. Награда: { beer-tickets } на «Очко»!
beer-lost-couch = 🛋️ { $viewer } замахивается на { beer-litres }, но диван оказывается ближе. { $fate }
beer-lost-foam = 🫧 { beer-litres }? { $viewer } сдаётся ещё на пене. { $fate }
beer-lost-table = 😵 { $viewer } берётся за { beer-litres } и засыпает лицом в орешках. { $fate }
beer-lost-water = 🥴 Где-то на полпути к отметке «{ beer-litres }» { $viewer } просит водички. { $fate }
beer-sleeps-it-off = Отсыпайся { $rest }!
beer-spared = Но своих тут не укладывают: закуси и живи.
beer-reason = Испытание пивом
