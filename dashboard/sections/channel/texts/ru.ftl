channel-intro = Во что бот играет на этом канале и по каким правилам
channel-pages = Страницы канала
channel-page-settings = Настройки
channel-page-commands = Команды
channel-page-roles = Сон и роли
channel-page-rewards = Награды
channel-page-games = Игры
channel-page-failures = Сбои
channel-find-setting = Найти настройку
channel-no-such-setting = Такой настройки нет. Попробуйте другое слово.
channel-usual = Обычно: { $usual }
channel-usual-rows = { $count ->
    [one] Обычно: { $count } набор
    [few] Обычно: { $count } набора
   *[other] Обычно: { $count } наборов
}
channel-bounds = от { $min } до { $max }
channel-back-to-usual = Вернуть обычное
channel-on = да
channel-off = нет
channel-nothing = пусто
channel-own-count = своих: { $count }
channel-unsaved-in-group = не сохранено: { $count }
channel-saved = Сохранено, бот уже слушается
channel-people-more = Логин на Twitch
channel-people-more-hint = Или адрес канала, или id. Можно несколько сразу
channel-people-add = Добавить
channel-people-remove = Убрать: { $name }
channel-people-gone = такого id на Twitch нет
channel-people-wrong = На Twitch таких логинов не бывает: { $words }
channel-people-nobody = На Twitch такого нет: { $words }
channel-people-away = { $why } Попробуйте через минуту или введите id: он подойдёт и так.
channel-people-nameless = { $why } Пока видны только id.
channel-people-no-twitch = Twitch не отвечает.
channel-add-row = Добавить
channel-remove-row = Убрать
channel-may-be-empty = Можно оставить пустым
channel-wrong-number = Здесь нужно число
channel-wrong-whole = Здесь нужно целое число
channel-wrong-bounds = Можно от { $min } до { $max }
channel-wrong-empty = Здесь не может быть пусто
channel-wrong-long = Не больше { $most } знаков
channel-wrong-word = Так нельзя: { $word }
channel-wrong-like = Нужно как в примере: { $usual }
channel-wrong-few = { $least ->
    [one] Нужно хотя бы одно
   *[other] Нужно хотя бы { $least }
}
channel-wrong-many = Не больше { $most }
channel-wrong-taken = { $word } — это уже другая команда
channel-value-ru = Русский
channel-value-en = Английский
channel-value-refund = Возвращать баллы
channel-value-pause = Закрывать продажу на Twitch
channel-value-auto = auto: сразу
channel-value-live = live: в чате
channel-commands-hint = Названия без «!», через запятую. Чату называют первое на его языке.
channel-for-everyone = Все
channel-for-privileged = Модераторы и выше
channel-for-admins = Стример и админы бота
channel-sleep = Сон
channel-roles = Роли
channel-who-may-what = Кому что можно
channel-who-may-what-hint = Кому можно больше, тому можно и всё, что выше. Остальных бот не слышит.
channel-points = баллы канала
channel-reward-missing = Нет на Twitch
channel-reward-hidden = Скрыта
channel-reward-paused = На паузе
channel-reward-paused-asleep = На паузе: бот спит
channel-reward-paused-stopped = На паузе: бот остановлен
channel-reward-paused-switched-off = На паузе: функция выключена
channel-reward-sold = Продаётся
channel-edit = Изменить
channel-edit-reward = Изменить «{ $title }»
channel-pause = Пауза
channel-pause-reward = Пауза: «{ $title }»
channel-paused = На паузе: { $title }
channel-resume = Продавать
channel-resume-reward = Продавать: «{ $title }»
channel-resumed = Снова продаётся: { $title }
channel-create = Создать
channel-create-reward = Создать «{ $title }»
channel-created = Создана: { $title }
channel-reward-title = Название
channel-reward-prompt = Описание для зрителей
channel-reward-cost = Цена в баллах
channel-reward-colour = Цвет
channel-reward-shown = Видна зрителям
channel-reward-shown-hint = Скрытой нет в списке наград
channel-reward-saved = На Twitch изменено
channel-reward-wrong-title = От 1 до { $title } знаков
channel-reward-wrong-prompt = Не больше { $prompt } знаков
channel-reward-wrong-cost = Целое число от 1
channel-refused-title = На канале уже есть награда с таким названием.
channel-refused-fifty = На канале пятьдесят наград, больше Twitch не разрешает. Сначала удалите лишнюю на Twitch.
channel-refused-affiliate = Twitch не разрешает: баллы есть у компаньонов и партнёров, а менять награду может только тот, кто её создал.
channel-refused-consent = Стримеру нужно (снова) войти через Twitch, это в разделе «Аккаунты».
channel-refused-gone = На Twitch этой награды больше нет. Создайте её заново.
channel-refused-there = Эта награда на Twitch уже есть.
channel-refused-often = Слишком много запросов к Twitch. Попробуйте через минуту.
channel-refused-silence = Twitch не отвечает. Через минуту посмотрите, изменилось ли что-то.
channel-refused-asleep = Бот спит, и награды на паузе, пока он не проснётся.
channel-refused-stopped = Бот остановлен, и награды на паузе, пока его не запустят в разделе «Пульт».
channel-refused-switched-off = Функция этой награды выключена, и награда на паузе, пока функцию не включат в разделе «Пульт».
channel-which-game = Какая игра
channel-all-games = Все
channel-no-games = Ни одна игра ещё не закончилась. Как только закончится, она появится здесь.
channel-game-by = Начал(а) { $name }
channel-boars = { $count ->
    [one] { $count } кабанчик
    [few] { $count } кабанчика
   *[other] { $count } кабанчиков
}
channel-hiders = в помойке { $count }
channel-soaked = облито { $count }
channel-litres = { $litres } л
channel-tickets = { $count ->
    [one] { $count } билет
    [few] { $count } билета
   *[other] { $count } билетов
}
channel-winner = победа: { $name }
channel-failures-hint = Что у бота не вышло. Сначала устраните причину, потом пробуйте ещё раз. Что уже неважно, можно выбросить.
channel-no-failures = Сбоев нет. Что у бота не выйдет, будет ждать вас здесь.
channel-about-errand = дело на Twitch
channel-about-event = событие
channel-about-row = запись в базу
channel-deed-refund = Вернуть баллы
channel-deed-fulfil = Списать баллы
channel-deed-say = Сказать строку в чате
channel-deed-time-out = Дать таймаут
channel-deed-look = Посмотреть, кто в чате
channel-deed-rewards = Остановить или вернуть награды
channel-deed-other = Сделать что-то на Twitch
channel-deed-decide = Решить, что делать с событием
channel-deed-note = Записать в базу
channel-deed-note-game = Записать игру в историю
channel-obstacle-too-late = Момент упущен, пробовать поздно
channel-obstacle-ended = Награда уже решена, пробовать нечего
channel-obstacle-given-back = Баллы уже возвращены, играть не на что
channel-obstacle-over = Эта игра уже кончилась
channel-raw = Всё, что об этом известно
channel-replay = Ещё раз
channel-replayed = Пробуем ещё раз
channel-drop = Выбросить
channel-drop-title = Выбросить?
channel-drop-text = Больше попыток не будет, и от записи ничего не останется.
channel-dropped = Выброшено
channel-refused-failed-again = Снова не вышло, причина та же.
channel-refused-letter-gone = Этим уже кто-то занялся.
