logs-intro = Всё, что Taproom отмечает, как только это случается
logs-lines = Строки журнала
logs-connection-connecting = Соединяемся…
logs-connection-open = В прямом эфире
logs-connection-lost = Нет связи, пробуем снова
logs-view-paused = На паузе
logs-view-snapshot = Снимок
logs-filters = Фильтр
logs-level = Не ниже
logs-least-info = Все
logs-least-warn = Предупреждения
logs-least-error = Ошибки
logs-level-debug = отладка
logs-level-info = инфо
logs-level-warn = внимание
logs-level-error = ошибка
logs-part = Часть, как channel 1001
logs-text = Найти в строках
logs-trace = Номер следа
logs-no-filter = Без фильтра
logs-nothing = Таких строк пока нет. Купите награду или наберите команду в чате, и они появятся здесь.
logs-new = { $count ->
    [one] { $count } новая строка
    [few] { $count } новые строки
   *[other] { $count } новых строк
}
logs-gap = Здесь может не хватать строк: пропадала связь, или они были до фильтра.
logs-lost = { $count ->
    [one] { $count } строка потерялась по дороге
    [few] { $count } строки потерялись по дороге
   *[other] { $count } строк потерялось по дороге
}
logs-to-end = В конец
logs-to-end-new = { $count ->
    [one] В конец · { $count } новая
   *[other] В конец · { $count } новых
}
logs-at = Когда
logs-same-trace = Всё по этому следу
logs-tools = Что сделать со строками
logs-pause = Пауза
logs-go-on = Снова в эфир
logs-go-on-new = { $count ->
    [one] Снова в эфир · { $count } новая
   *[other] Снова в эфир · { $count } новых
}
logs-clear = Очистить
logs-as-text = Текст
logs-as-json = Строки JSON
logs-snapshot = Сколько последних строк
logs-snapshot-hint = От 1 до 5000; фильтр действует и на них
logs-snapshot-wrong = Целое число от 1 до 5000
logs-snapshot-show = Показать
