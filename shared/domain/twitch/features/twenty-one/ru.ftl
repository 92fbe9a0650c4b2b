twenty-one-card = { $face ->
    [J] В
    [Q] Д
    [K] К
    [A] Т
   *[other] { $face }
}{ $suit }
twenty-one-cards = { $before } { $card }
twenty-one-hand = { $cards } = { $total }
twenty-one-hand-bust = { $cards } = { $total }, перебор
twenty-one-hand-golden = { $cards } = { $total }, золотое очко
twenty-one-waiting = 🃏 { $viewer } тасует колоду. Кто рискнёт сесть напротив?
twenty-one-already = { $viewer }, ты уже за столом, второй стул не положен. Ставка осталась при тебе.
twenty-one-ticketless = { $viewer }, сюда пускают по билетам, а у тебя ни одного. Их наливают в испытании пивом 🍺
twenty-one-next = { $player }, твоя игра следующая, ждём соперника.
twenty-one-queue = 🪑 { $count ->
    [one] В очереди ещё { $count } игрок
    [few] В очереди ещё { $count } игрока
   *[other] В очереди ещё { $count } игроков
}. Следующая раздача через { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.
twenty-one-queue-live = 🪑 { $count ->
    [one] В очереди ещё { $count } игрок
    [few] В очереди ещё { $count } игрока
   *[other] В очереди ещё { $count } игроков
}. Раздам, как только освободится стол.
twenty-one-gone = { $viewer } встаёт из-за стола. { $stake ->
    [ticket] Билет возвращаю.
   *[reward] Баллы возвращаю.
}
twenty-one-expired = { $viewer }, соперника так и не нашлось. { $stake ->
    [ticket] Билет возвращаю.
   *[reward] Баллы возвращаю.
}
twenty-one-overslept = Пока я спал, карты разлетелись по полу. Ставки возвращаю всем, кто был за столом.
twenty-one-won = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }. Банк срывает { $winner }!
twenty-one-draw = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }. Ничья! Ставки возвращаю обоим.
twenty-one-promoted = 🎖️ Новое звание! { $player } теперь «{ $rank }».
twenty-one-live = { $what } { $asked }
twenty-one-live-dealt = 🃏 { $first }: { $firstHand } · { $second }: { $secondHand }.
twenty-one-live-drew = { $player } тянет карту: { $hand }.
twenty-one-live-stood = { $player } больше не берёт: { $hand }.
twenty-one-live-silent = { $player } молчит, значит, хватит: { $hand }.
twenty-one-live-turn = { $player }, ходи: { command-hit } или { command-stand }? На раздумье { $seconds ->
    [one] { $seconds } секунда
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.
twenty-one-live-again = { command-hit } или { command-stand }? На раздумье { $seconds ->
    [one] { $seconds } секунда
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.
twenty-one-live-next = { $player }, теперь ты, на руках { $hand }: { command-hit } или { command-stand }? На раздумье { $seconds ->
    [one] { $seconds } секунда
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.
twenty-one-reason = Проигрыш в очко
