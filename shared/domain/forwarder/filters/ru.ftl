filter-automaticForwards = Копии постов канала
filter-reposts = Репосты
filter-origins = Откуда репост
filter-senders = Отправители
filter-links = Ссылки
filter-mentions = Упоминания
filter-keywords = Ключевые слова
filter-media = Вид
filter-size = Размер
filter-extensions = Расширение

filtered-automatic-forward = Telegram сам принёс этот пост из канала
filtered-repost = это репост
filtered-no-repost = это не репост
filtered-denied = «{ $who }» в списке запрещённых
filtered-not-allowed = { $who } нет в списке разрешённых
filtered-link = есть ссылка
filtered-no-link = нет ссылки
filtered-mention = кто-то упомянут
filtered-no-mention = никто не упомянут
filtered-keyword = есть «{ $keyword }»
filtered-no-keyword = нет ни одного из ключевых слов
filtered-kind = вид «{ $kind }» не нужен
filtered-size = { $size } МБ больше, чем { $most } МБ
filtered-extension =
    { $extension ->
        [none] у файла нет расширения
       *[other] файлы .{ $extension } не нужны
    }
filtered-nothing-left = { $why }, а текста нет

kind-text = текст
kind-photo = фото
kind-video = видео
kind-animation = GIF
kind-video_note = видеосообщение
kind-voice = голосовое
kind-audio = музыка
kind-document = файл
kind-sticker = стикер
kind-poll = опрос
kind-location = геопозиция
kind-venue = место
kind-contact = контакт
kind-dice = кубик
kind-game = игра
kind-story = история
kind-checklist = список дел
kind-paid_media = платное медиа
kind-other = прочее
