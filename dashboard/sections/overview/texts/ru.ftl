overview-intro = Как дела у всего сразу; обновляется каждые несколько секунд
overview-as-of = На
overview-part-silent = Эта часть не ответила вовремя. Сейчас спросим ещё раз.
overview-unnamed = –

overview-attention = Что требует внимания
overview-all-well = Всё хорошо. Делать ничего не нужно.
overview-unknown = Сейчас не удалось узнать: { $parts }. Скоро спросим ещё раз.
overview-part-accounts = аккаунты Twitch
overview-part-channels = каналы
overview-part-telegram = боты Telegram
overview-part-platforms = платформы с видео
overview-part-forwarder = пересылка
overview-part-downloads = видео в пути
overview-part-figures = очереди и счётчики
overview-part-channel = канал { $name }
overview-severity-now = Сейчас
overview-severity-soon = Скоро
overview-severity-note = К сведению

overview-attention-bot-never-connected = Аккаунт бота на Twitch не подключён: бот не слышит чат и не может писать.
overview-attention-bot-sign-in-again = Twitch больше не пускает бота { $name }: подключите его заново. { $why }
overview-attention-broadcaster-never-connected = { $name } не подключён: нет наград, и неизвестно, кто модераторы.
overview-attention-broadcaster-sign-in-again = Twitch больше не пускает { $name }: подключите заново. { $why }
overview-attention-scopes-missing = { $name }: не хватает разрешений { $scopes }. Подключите заново.
overview-attention-bot-stopped = В канале { $name } бот остановлен.
overview-attention-bot-no-moderator = Бот не модератор канала { $name } и не может выдавать таймауты. Наберите в чате /mod.
overview-attention-channel-unheard = Twitch не сообщает о событиях канала { $name }: { $types }. Запустите настройку канала.
overview-attention-rewards-missing = В канале { $name } нет наград: { $rewards }.
overview-attention-channel-failing = В канале { $name } что-то не работает: что именно, видно ниже и в журнале.
overview-attention-channel-dead-letters = { $count ->
    [one] В канале { $name } не вышло { $count } дело: повторите его или оставьте.
    [few] В канале { $name } не вышло { $count } дела: повторите их или оставьте.
   *[other] В канале { $name } не вышло { $count } дел: повторите их или оставьте.
}
overview-attention-forwarder-dead-letters = { $count ->
    [one] { $count } пост не доставлен и ждёт вас.
    [few] { $count } поста не доставлены и ждут вас.
   *[other] { $count } постов не доставлены и ждут вас.
}
overview-attention-forwarder-alarm = { $alarm ->
    [target] В чат { $chat } ничего не доходит.
    [source] Из чата { $chat } ничего не приходит.
    [protected] В источнике { $chat } запрещено сохранение: его посты пропускаются.
    [flood] Telegram просит пересылку о долгой паузе.
    [auth] Токен бота пересылки не работает.
   *[other] Пересылка сообщает: { $alarm }.
}
overview-attention-telegram-half-configured = { $bot ->
    [forwarder] Бот пересылки
   *[other] Бот для видео
} настроен не до конца. Не хватает: { $missing }.
overview-attention-telegram-silent = Telegram не отвечает про { $bot ->
    [forwarder] бота пересылки
   *[other] бота для видео
}.
overview-attention-telegram-refused = Telegram не принимает токен { $bot ->
    [forwarder] бота пересылки
   *[other] бота для видео
}.
overview-attention-webhook-not-ours = Сообщения { $bot ->
    [forwarder] бота пересылки
   *[other] бота для видео
} Telegram отправляет не сюда.
overview-attention-webhook-failing = Telegram не может доставить сообщения { $bot ->
    [forwarder] бота пересылки
   *[other] бота для видео
}: { $why }
overview-attention-webhook-behind = У Telegram ждут сообщения { $bot ->
    [forwarder] бота пересылки
   *[other] бота для видео
}: { $pending }.
overview-attention-platform-broken = { $platform ->
    [youtube] YouTube
    [instagram] Instagram
    [tiktok] TikTok
   *[other] { $platform }
}: слишком много неудач, пока отдыхает.
overview-attention-service-away = { $service ->
    [postgres] Postgres
    [redis] Redis
    [qstash] QStash
    [twitch] Twitch
    [telegram] Telegram
   *[other] Комнаты Taproom
}: { $condition ->
    [refused] отказ.
    [silent] нет ответа.
   *[other] ошибка в ответ.
}

overview-channels = Каналы
overview-unseen = { $count ->
    [one] Ещё { $count } канал здесь не показан.
    [few] Ещё { $count } канала здесь не показаны.
   *[many] Ещё { $count } каналов здесь не показаны.
}
overview-no-channel = Ни один канал ещё не подключён. Подключите бота и стримера в разделе «Аккаунты».
overview-live = В эфире
overview-awake = Не спит
overview-asleep = Спит
overview-stopped = Остановлен
overview-stopped-since = Остановлен
overview-stream = Трансляция
overview-stream-unknown = пока неизвестно
overview-live-since = идёт, началась
overview-off-air-since = не в эфире,
overview-features = Функции
overview-features-on = включено { $on } из { $all }
overview-outbox = Осталось сделать
overview-journal = На пути в Postgres
overview-dead-letters = Не вышло
overview-failing-what-was-decided-is-not-done = Решённое больше пяти минут назад ещё не сделано.
overview-failing-postgres-takes-nothing = Postgres ничего не принимает: история ждёт в комнате.
overview-failing-twitch-cannot-be-asked = Twitch уже полчаса не отвечает.
overview-failing-chat-is-not-heard = Бот не слышит чат.

overview-services = Службы
overview-service-postgres = Postgres
overview-service-redis = Redis
overview-service-qstash = QStash
overview-service-rooms = Комнаты
overview-service-twitch = Twitch
overview-service-telegram = Telegram
overview-latency = { $ms } мс
overview-condition-ok = Работает
overview-condition-off = Не настроена
overview-condition-refused = Отказывает
overview-condition-silent = Молчит
overview-condition-failed = Ошибка

overview-connections = Боты и платформы
overview-account-bot = Бот на Twitch
overview-account-broadcaster = Стример
overview-account-is-connected = Подключён
overview-account-is-never = Не подключён
overview-account-is-trouble = Нужен новый вход
overview-bot-downloader = Бот для видео
overview-bot-forwarder = Бот пересылки
overview-bot-is-on = Работает
overview-bot-is-off = Выключен
overview-bot-is-half-configured = Настроен не до конца
overview-bot-is-silent = Нет ответа
overview-bot-is-refused = Токен не принят
overview-pending = ждут: { $count }
overview-platforms = Платформы
overview-platform-works = Работает
overview-platform-rests = Отдыхает
overview-platform-off = Выключена
overview-failures = { $count ->
    [one] недавно { $count } неудача
    [few] недавно { $count } неудачи
   *[other] недавно { $count } неудач
}

overview-queues = Очереди
overview-waiting = Постов ждёт
overview-sending = В пути
overview-dead = Не доставлено
overview-oldest = Самый старый ждёт
overview-seconds = { $seconds } с
overview-downloads-waiting = Видео ждёт
overview-downloads-under-way = Видео в пути
overview-queues-over-time = Сколько ждало, пока вы смотрите
overview-series-forwarder = Пересылка: посты
overview-series-downloads = Загрузка: видео
overview-series-chat = Чат: осталось сделать
overview-chart-later = График появится после следующего взгляда.

overview-errors = Что не вышло
overview-no-errors = За последние сутки всё удалось.
overview-where = Где
overview-what = Что
overview-hour = За час
overview-day = За сутки
overview-error-of-channel = Канал
overview-error-of-forwarder = Пересылка
overview-error-of-downloader = Видео
overview-effect-say = Реплика в чат
overview-effect-time-out = Таймаут
overview-effect-resolve = Итог награды
overview-effect-look-around = Кто в чате
overview-effect-look-up = Поиск зрителя
overview-effect-score = Счёт игрока
overview-effect-tend-rewards = Пауза наград
overview-effect-record = История игры
overview-effect-history = Строка для Postgres
overview-effect-poison-notification = Событие, с которым правила не справились
overview-effect-poison-alarm = Пробуждение, с которым правила не справились
overview-effect-poison-performed = Ответ, с которым правила не справились
overview-effect-poison-missed = Поздняя награда, с которой правила не справились
overview-effect-poison-ended-by-hand = Закрытая вручную награда, с которой правила не справились

overview-events = Последние события
overview-no-events = С пробуждения комнаты канала ничего не происходило. Купите награду или наберите команду в чате.
overview-did-say = Реплика в чат: { $text }
overview-did-time-out = { $chatter }: таймаут { $seconds } с
overview-did-resolve = { $as ->
    [FULFILLED] Награда засчитана
   *[other] Баллы вернулись зрителю
}
overview-did-score = Изменился счёт: { $player }
overview-did-record = Игра записана: { $game }
overview-event-redemption-entered = { $viewer }: награда «{ $reward }»
overview-event-redemption-foreign = Куплена чужая награда
overview-event-redemption-ended-by-hand = Награда закрыта вручную
overview-event-channel-stopped = Бот остановлен: { $by }
overview-event-channel-started = Бот запущен: { $by }
overview-event-channel-missed-redemptions = Нашлись награды, о которых Twitch не сообщил
overview-event-channel-lost = Потеряно то, что помнила комната
overview-event-channel-not-looked-after = Не удалось проверить канал
overview-event-channel-not-set-up = Не удалось настроить канал
overview-event-channel-poison = Правила с чем-то не справились
overview-event-history-not-written = Postgres не принял историю: запишем позже
overview-event-lanes-broken = Очередь дел споткнулась
overview-event-effect-unknown = { $what }: неизвестно, вышло ли
overview-event-effect-postponed = { $what }: отложено
overview-event-effect-dropped = { $what }: поздно, не сделано
overview-event-effect-given-up = { $what }: не вышло
