ranks-wins = { $wins ->
    [one] { $wins } победа
    [few] { $wins } победы
   *[other] { $wins } побед
}
ranks-losses = { $losses ->
    [one] { $losses } поражение
    [few] { $losses } поражения
   *[other] { $losses } поражений
}
ranks-tickets = { $tickets ->
    [one] { $tickets } билет
    [few] { $tickets } билета
   *[other] { $tickets } билетов
}
ranks-me = 🃏 { $viewer } — { $rank }: { ranks-wins }, { ranks-losses }, побед { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) } %. 🎟️ { ranks-tickets }. { $ahead }
ranks-next = До ранга «{ $rank }» { $missing ->
    [one] осталась { $missing } победа
    [few] осталось { $missing } победы
   *[other] осталось { $missing } побед
}.
ranks-highest = 👑 Выше ранга не бывает!
ranks-newcomer = 🃏 { $viewer }, сыгранных партий пока нет — садись за стол, раздадим! 🎟️ В запасе { ranks-tickets }.
ranks-top = 🏆 Лучшие за столом: { $places }
ranks-places = { $places } { $next }
ranks-place = { $medal } { $player } ({ $rank }) — { ranks-wins }
ranks-top-empty = 🏆 Стол ещё пуст: ни одной победы. Самое время стать первым!
ranks-name-0 = Гном-лудоман
ranks-name-10 = Картёжный гоблин
ranks-name-20 = Краплёный хряк
ranks-name-30 = Гном-картокрад
ranks-name-40 = Гоблин-блефун
ranks-name-50 = Важный свин
ranks-name-60 = Додепный гоблин
ranks-name-70 = Чиркаш-мошенник
ranks-name-80 = Главный в туза
ranks-name-90 = Свин-отыгрун
ranks-name-100 = Валетный эксперт
ranks-name-120 = Уважаемый очкошник
ranks-name-150 = Хряк-виртуоз
ranks-name-200 = Король додепа
ranks-name-250 = Рисковый очкошник
ranks-name-300 = Властелин карт
ranks-name-350 = Ставочный барон
ranks-name-400 = Главный по додепу
ranks-name-450 = Божество очка
ranks-name-500 = Абсолютный лудоман
