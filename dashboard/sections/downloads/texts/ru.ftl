downloads-intro = Что сделал бот-загрузчик и как к нему относятся платформы
downloads-period = Период
downloads-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
downloads-total = Загрузок
downloads-today = Сегодня
downloads-month = За месяц
downloads-people = Людей
downloads-active = { $days ->
    [one] { $active } за { $days } день
    [few] { $active } за { $days } дня
   *[other] { $active } за { $days } дней
}
downloads-videos = Видео в запасе
downloads-videos-hint = отправятся без загрузки
downloads-failures = Неудач
downloads-clicks = Нажатий на кнопки
downloads-referrals = Пришли по ссылке
downloads-over-time = По дням
downloads-nothing-yet = За это время никто не просил видео.
downloads-people-series = Люди
downloads-platforms = Платформы
downloads-health = Здоровье платформ
downloads-works = Работает
downloads-rests = Отдыхает
downloads-off = Выключена
downloads-rests-until = Слишком много неудач; следующая попытка
downloads-recent = { $all ->
    [one] Удалось { $good } из последней { $all } загрузки
   *[other] Удалось { $good } из последних { $all } загрузок
}
downloads-not-asked = С последнего запуска не спрашивали
downloads-why = Почему не вышло
downloads-no-failures = Всё, о чём просили, доставлено.
downloads-top = Чаще всего
downloads-video = Видео
downloads-platform = Платформа
downloads-count = Загрузок
downloads-last-time = Последний раз
downloads-csv = В CSV
