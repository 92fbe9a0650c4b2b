downloader-start = 👋 Пришлите ссылку на видео из TikTok, Instagram или YouTube Shorts — и получите само видео.

    В любом другом чате: наберите @{ $bot } и вставьте ссылку. В группе: добавьте меня, и я отвечу на ссылки.

    Подробности: /help
downloader-help = Вставьте одну или несколько ссылок — найду их в любом тексте.

    • TikTok: видео и фото, короткие ссылки тоже
    • Instagram: reels, посты и карусели
    • YouTube: Shorts и видео

    В любом чате: @{ $bot } и ссылка.
    /stats — сколько вы скачали
    /referral — ваша ссылка для друзей
    /settings — подписи, кнопки, язык; в группе решают администраторы

    Только открытые публикации, до { $limit } МБ на файл.
downloader-stats = 📊 Скачано: { $total }
    Сегодня: { $today } · в этом месяце: { $month }
downloader-stats-left = Бесплатных загрузок осталось в этом месяце: { $left } из { $limit }
downloader-referral = 🔗 Ваша ссылка: { $link }

    За каждого, кто придёт по ней, вы получите ещё { $bonus ->
        [one] { $bonus } бесплатную загрузку
        [few] { $bonus } бесплатные загрузки
       *[many] { $bonus } бесплатных загрузок
    }. Уже пришли: { $count }.
downloader-welcome-referred = Вы пришли по ссылке друга — он говорит вам спасибо!
downloader-not-a-link = Пришлите ссылку на видео из TikTok, Instagram или YouTube.
downloader-unsupported = Я знаю TikTok, Instagram и YouTube. Подойдёт, например, такая ссылка: https://www.tiktok.com/@user/video/7301234567890123456
downloader-expired-link = Эта ссылка мне незнакома. Пришлите ссылку на само видео.
downloader-old-button = Кнопка устарела. Пришлите ссылку ещё раз.
downloader-queued = ⏳ Вы { $place }-й в своей очереди: сначала другое ваше видео.
downloader-waiting = ⏳ Жду свободных рук…
downloader-held-up = ⏳ Очередь сейчас стоит. Ваше видео не забыто: дальше всё пойдёт само.
downloader-looking = 🔎 Ищу видео в { $platform }…
downloader-carrying = 🚚 Несу видео…
downloader-carrying-size = 🚚 Несу видео: { $size } МБ…
downloader-carrying-share = 🚚 Несу видео: { $percent } % из { $size } МБ…
downloader-cancel = ✖ Отменить
downloader-cancelled = ✖ Отменено.
downloader-retry = 🔁 Попробовать ещё раз
downloader-get = ⬇ Получить видео
downloader-inline-hint = Вставьте ссылку на видео
downloader-inline-ready = Отправить видео
downloader-inline-fetch = Отправить видео из { $platform }
downloader-inline-fetch-more = Появится в этом чате через несколько секунд
downloader-inline-placeholder = ⏳ Здесь появится видео из { $platform }…
    { $url }
downloader-album-in-chat = В этой публикации несколько картинок, в одно сообщение они не поместятся. Откройте её в боте: { $link }
downloader-audio = 🎵 Звук
downloader-height = { $height }p
downloader-height-size = { $height }p · { $size } МБ
downloader-audio-size = 🎵 Звук · { $size } МБ
downloader-cached = ⚡ { $label }
downloader-settings = ⚙ Настройки этого чата
downloader-settings-admins = Настройки этого чата меняют только администраторы.
downloader-setting-captions = { $on ->
    [yes] ✅
   *[no] ⬜
} Название и ссылка под видео
downloader-setting-buttons = { $on ->
    [yes] ✅
   *[no] ⬜
} Кнопки других качеств
downloader-setting-deleteLinks = { $on ->
    [yes] ✅
   *[no] ⬜
} Удалять сообщение со ссылкой
downloader-setting-quiet = { $on ->
    [yes] ✅
   *[no] ⬜
} Молчать, если не получилось
downloader-setting-language = 🌐 { $language ->
    [ru] Русский
    [en] English
   *[auto] У каждого свой язык
}
downloader-over-limit = Ваши бесплатные загрузки этого месяца ({ $limit }) закончились. Ещё несколько даст /referral.
downloader-too-many = Слишком много сразу: { $most } ваших видео уже ждут. Пусть сначала придут они.
downloader-not-allowed = Этот бот — только для тех, кого пригласил его владелец.
downloader-admin-unknown = Пользователя { $user } я не знаю.
downloader-admin-blocked = { $user } заблокирован.
downloader-admin-unblocked = { $user } больше не заблокирован.
downloader-platform-broken = ⚠ { $platform } больше не отдаёт видео: { $reason }. Пробую снова каждые { $seconds } с и скажу, когда заработает.
downloader-platform-mended = ✅ { $platform } снова работает.
downloader-cache-closed = ⚠ Бот не может писать в свой канал-хранилище { $chat }: { $why }. Сделайте его там администратором.
downloader-refused-removed = 🗑 Этого видео больше нет.
downloader-refused-private = 🔒 Это закрытый аккаунт.
downloader-refused-login-required = 🔒 { $platform } показывает это только тем, кто вошёл в аккаунт.
downloader-refused-age-restricted = 🔞 { $platform } показывает это только взрослым, вошедшим в аккаунт.
downloader-refused-geo-blocked = 🌍 { $platform } не показывает это в нашей стране.
downloader-refused-removed-or-geo-blocked = 🌍 { $platform } это не показывает: удалено или не для нашей страны.
downloader-refused-paid = 💳 Это платная публикация.
downloader-refused-drm = 🔐 Это видео защищено от копирования.
downloader-refused-live = 📡 Это прямой эфир. Приходите, когда он закончится.
downloader-refused-no-video = 🖼 В этой публикации нет видео.
downloader-refused-too-large = 🐘 Слишком большое: Telegram берёт у меня до { $limit } МБ. Смотрите здесь:
downloader-refused-too-long = ⌛ Это видео для меня слишком длинное. Смотрите здесь:
downloader-refused-dead-link = 🔗 Эта короткая ссылка никуда не ведёт.
downloader-refused-quality-gone = Этого качества нет. Выберите другое.
downloader-refused-bot-check = 🤖 { $platform } сейчас принимает нас за робота. Попробуйте позже или смотрите здесь:
downloader-refused-rate-limited = 🚦 { $platform } просит передышки. Попробуйте через несколько минут.
downloader-refused-upstream-changed = 🛠 { $platform } что-то поменял, и мы пока не можем это прочитать. Смотрите здесь:
downloader-refused-unreachable = 📶 { $platform } не отвечает. Попробуйте чуть позже.
downloader-refused-platform-off = 💤 { $platform } сейчас отдыхает. Попробуйте через несколько минут.
downloader-refused-telegram-failed = 📮 Telegram не принял видео. Попробуйте чуть позже.
downloader-refused-timeout = ⌛ Слишком долго. Попробуйте чуть позже.
downloader-refused-internal = 💥 У нас что-то сломалось. Попробуйте чуть позже.
downloader-error-id = Ошибка { $id }
downloader-command-start = Начать
downloader-command-help = Как это работает
downloader-command-stats = Сколько вы скачали
downloader-command-referral = Ваша ссылка для друзей
downloader-command-settings = Настройки этого чата
