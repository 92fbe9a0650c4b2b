voteban-begun = 🗳️ Народ зовёт на голосование: отправляем { $target } отдыхать на { $time }? За: { $votes } из { $needed }, голосуем { $open }.
voteban-half-way = 🗳️ Половина пути: за отдых для { $target } уже { $votes ->
    [one] { $votes } голос
    [few] { $votes } голоса
   *[other] { $votes } голосов
} из { $needed }. Не хватает: { $missing }.
voteban-landed = ⚖️ Народ решил! { $target } отдыхает { $time }: за это { $votes ->
    [one] { $votes } голос
    [few] { $votes } голоса
   *[other] { $votes } голосов
} из { $needed }.
voteban-already = ⚖️ Народ решил, но опоздал: { $target } и без нас уже отдыхает. Голосов: { $votes } из { $needed }.
voteban-refused = ⚖️ Народ решил, но Twitch встал стеной: { $target } остаётся. Голосов: { $votes } из { $needed }.
voteban-failed = ⚖️ Народ решил, но до Twitch не докричаться: { $target } остаётся. Голосов: { $votes } из { $needed }.
voteban-ran-out = ⌛ Время вышло, { $target } остаётся с нами. За: { $votes ->
    [one] { $votes } голос
    [few] { $votes } голоса
   *[other] { $votes } голосов
} из { $needed }.
voteban-exempt = 🛡️ { $target } под защитой, голосовать бесполезно.
voteban-unknown = 🔍 Такого имени на Twitch не нашлось. Проверьте, кого зовёте на суд.
voteban-not-told = 🔍 Twitch не признаётся, кто это. Голосование не состоится, попробуйте позже.
voteban-reason = Так решил чат
