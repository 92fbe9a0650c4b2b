forwarder-verbatim = { $words }
forwarder-none = нет
forwarder-any = любые
forwarder-and-more = … и ещё { $count }

forwarder-home = 🔀 Пересыльщик

    Я переношу посты из чата в чат. Связка говорит, откуда, куда и как.
forwarder-home-counts = Связок: { $total }, включено: { $enabled }
forwarder-home-first = Пока ни одной. Нажмите «Добавить связку», и я проведу вас по шагам.
forwarder-home-troubled = ⚠️ Не работают: { $count }. Смотрите «Связки».
forwarder-help = Как это работает

    1. Добавьте меня в источник и в получатель: в канал — администратором, в группу — участником, который видит сообщения.
    2. Нажмите «Добавить связку», выберите источники, получателей и режим, подтвердите.
    3. В карточке связки: фильтры (какие посты), преобразования (что станет с текстом), настройки и проверка, которая ничего не отправляет получателю.

    Режим «пересылка» сохраняет автора, «копия» его не показывает.
    Чат добавляется по @имени, ссылке, id, пересланному посту или из списка Telegram.

    Для любителей команд: /mappings /queue /dead /stats /cancel
    Диалог, который никто не продолжает, заканчивается через 15 минут.
forwarder-strangers = Этим ботом управляют его администраторы, и вас среди них нет. Ваш id: { $user }.
forwarder-too-often = Не так быстро, пожалуйста. Попробуйте через минуту.
forwarder-old-button = Эта кнопка устарела. Откройте меню заново: /start
forwarder-expired = ⌛ Диалог закончился: 15 минут ничего не происходило. Откройте его заново из меню.
forwarder-cancelled = ✖ Отменено, ничего не изменилось.
forwarder-nothing-to-cancel = Отменять нечего.
forwarder-nothing-asked = Я сейчас ни о чём не спрашивал. Выберите, что сделать:
forwarder-saved = ✅ Сохранено
forwarder-problem = ⚠️ { $problem }

forwarder-menu = 🏠 Меню
forwarder-back = ⬅ Назад
forwarder-cancel = ✖ Отмена
forwarder-next = Дальше ({ $count }) ➡
forwarder-on = Дальше ➡
forwarder-confirm = ✅ Подтвердить
forwarder-no = Нет
forwarder-refresh = 🔄 Обновить
forwarder-previous = ◀
forwarder-next-page = ▶
forwarder-page = { $page }/{ $pages }
forwarder-mark = { $on ->
    [yes] ☑
   *[no] ⬜
} { $label }
forwarder-pick-page = Страница
forwarder-pick-all = Все
forwarder-pick-none = Снять
forwarder-add-mapping = ➕ Добавить связку
forwarder-mappings = 🔀 Связки
forwarder-sources = 📥 Источники
forwarder-targets = 📤 Получатели
forwarder-queue = ⏳ Очередь
forwarder-dead = ☠ Недоставленное
forwarder-statistics = 📊 Статистика
forwarder-accounts = 👤 Аккаунты
forwarder-settings = ⚙ Настройки
forwarder-help-button = ❓ Помощь
forwarder-add-chat = ➕ Добавить чат
forwarder-check = 🔄 Проверить снова
forwarder-several = ☑ Сразу несколько
forwarder-import = 📂 Импорт
forwarder-export = 💾 Экспорт
forwarder-enable = ✅ Включить
forwarder-disable = ❌ Выключить
forwarder-filters = 🔍 Фильтры
forwarder-transforms = ✏ Преобразования
forwarder-options = 🎛 Настройки
forwarder-label = 🏷 Название
forwarder-test = 🧪 Проверить
forwarder-copy-settings = 📋 Скопировать настройки в…
forwarder-export-rules = 💾 Правила в файл
forwarder-import-rules = 📂 Правила из файла
forwarder-delete = 🗑 Удалить
forwarder-delete-yes = 🗑 Да, удалить
forwarder-open = Открыть связку
forwarder-pick = 📇 Выбрать из списка Telegram
forwarder-retry = 🔁 Повторить
forwarder-retry-all = 🔁 Повторить все
forwarder-drop = 🗑 Не отправлять
forwarder-retried = ✅ Снова в очереди: { $count }

forwarder-accounts-waiting = 👤 Аккаунты

    Пока всё делает сам бот. Аккаунты пользователей появятся позже, а с ними:
    • посты каналов, где бота нет
    • аккаунт, который читает, пока бот публикует
    • удаления, которые повторяются
    • история канала, от поста до поста
    • то, что пропущено, пока ничего не работало
    • входы, перенесённые из других программ
forwarder-settings-title = ⚙ Настройки

    На каком языке панель говорит с вами:
forwarder-language = { $on ->
    [yes] ☑
   *[no] ⬜
} { $language ->
    [ru] Русский
   *[en] English
}

forwarder-sources-title = 📥 Источники: чаты, посты которых я вижу
forwarder-targets-title = 📤 Получатели: чаты, куда я могу писать
forwarder-chats-empty = Пока ни одного. Добавьте меня в чат и нажмите «Добавить чат».
forwarder-chat-facts = { $type ->
    [channel] Канал
    [supergroup] Группа
    [group] Малая группа
   *[private] Человек
}{ $at } · { $id }
forwarder-chat-rights = Бот там: { $status ->
    [creator] владелец
    [administrator] администратор
    [member] участник
    [restricted] ограничен
    [left] не в чате
   *[kicked] удалён
} · видит посты: { $reads ->
    [true] да
   *[false] нет
} · может писать: { $posts ->
    [true] да
   *[false] нет
}
forwarder-chat-topics = В чате есть темы. Тема называется так: id#тема.
forwarder-chat-protected = 🔒 Сохранение там запрещено.
forwarder-chat-trouble = ⚠️ { $why }
forwarder-chat-mappings = Связок отсюда: { $from }, сюда: { $to }
forwarder-chat-checked = Проверено { $ago }
forwarder-ago-now = только что
forwarder-ago-minutes = { $count } мин назад
forwarder-ago-hours = { $count } ч назад
forwarder-ago-days = { $count } дн назад

forwarder-mappings-title = 🔀 Связки: { $count }
forwarder-mappings-empty = Пока ни одной.
forwarder-mapping-mode = Режим: { $mode ->
    [forward] пересылка, с автором
   *[copy] копия, без автора
}{ $fallback ->
    [true] {""}
   *[false] , без замены
}
forwarder-used = На деле: { $mode ->
    [forward] пересылка
   *[copy] копия
}
forwarder-used-fallback = На деле: пересылка (заменена на { $mode ->
    [forward] пересылку
   *[copy] копию
}: { $reason })
forwarder-mapping-silent = Постов ещё не было
forwarder-mapping-last = Последний пост { $ago }
forwarder-mapping-rules = Слов желанных: { $include }, нежеланных: { $exclude } · преобразований: { $transforms }
forwarder-mapping-trouble = ⚠️ { $why }
forwarder-delete-sure = Удалить связку { $name }? Что уже перенесено, останется на месте.
forwarder-created = Создано: { $created }, пропущено: { $skipped }
forwarder-created-now = С этого момента новые посты источника идут получателю. 🎉
forwarder-skipped = • { $path }: { $why }
forwarder-loop-all-the-same = 🔁 Всё равно создать кольцо
forwarder-copied = ✅ Настройки скопированы в связки: { $count }
forwarder-several-done = ✅ Сделано: { $count }{ $gone ->
    [0] {""}
   *[other] , уже удалены: { $gone }
}
forwarder-imported = Создано: { $created }, изменено: { $changed }, без изменений: { $unchanged }, пропущено: { $skipped }
forwarder-exported = Связки. Загрузить обратно: Связки → Импорт.
forwarder-exported-rules = Правила связки. Загрузить: карточка связки → Правила из файла.

forwarder-adding-sources = ➕ Шаг 1 из 5. Откуда? Отметьте один или несколько источников.
forwarder-adding-targets = ➕ Шаг 2 из 5. Куда? Отметьте одного или нескольких получателей.
forwarder-adding-how = Чата нет в списке? Пришлите его @имя, ссылку или id, перешлите пост оттуда или выберите из списка Telegram. Тема: @имя#7.
forwarder-adding-none = Таких чатов я пока не знаю.
forwarder-adding-mode = ➕ Шаг 3 из 5. Как?

    Пересылка: у поста остаётся автор.
    Копия: автора не видно, а текст можно менять.
forwarder-mode-forward = ↪ Пересылка
forwarder-mode-copy = 📋 Копия
forwarder-adding-options = ➕ Шаг 4 из 5. Настройки: нажмите, чтобы изменить, или идите дальше; всё можно поменять потом.
forwarder-adding-summary = ➕ Шаг 5 из 5. Новых связок: { $count }
forwarder-adding-from = Откуда: { $names }
forwarder-adding-to = Куда: { $names }
forwarder-picker = Выберите чат кнопкой под полем ввода.
forwarder-picker-channel = 📢 Канал
forwarder-picker-group = 👥 Группа
forwarder-picked = Выбрано: «{ $title }».
forwarder-wait-chat = Пришлите @имя, ссылку или id чата, перешлите пост оттуда или выберите его из списка Telegram.
forwarder-wait-post = 🧪 Пришлите или перешлите сообщение, и я покажу, что с ним сделала бы связка. Получателю ничего не отправится.
forwarder-wait-file = Пришлите файл с правилами. Они заменят фильтры и преобразования этой связки.
forwarder-wait-file-all = Пришлите файл со связками. Те, что уже есть, получат настройки из файла.

forwarder-keywords-list = В какой список?
forwarder-keywords-include = ➕ Желанные: идут только посты с ними
forwarder-keywords-exclude = ➖ Нежеланные: посты с ними не идут
forwarder-as = Как искать?
forwarder-as-word = Целое слово
forwarder-as-substring = Любая часть текста
forwarder-as-regex = Регулярное выражение
forwarder-keywords-words = Пришлите { $as ->
    [regex] регулярные выражения
   *[other] слова
}, по одному в строке, или текстовый файл с ними.
forwarder-keywords-summary = { $list ->
    [include] Желанные
   *[exclude] Нежеланные
}, { $as ->
    [word] целое слово
    [substring] любая часть текста
   *[regex] регулярное выражение
}:
forwarder-case-sensitive = { $on ->
    [yes] ☑
   *[no] ⬜
} Различать регистр
forwarder-keep-case = { $on ->
    [yes] ☑
   *[no] ⬜
} Сохранять регистр оригинала
forwarder-keyword = { $list ->
    [include] ➕
   *[exclude] ➖
} { $find }
forwarder-replace-find = Пришлите, что заменить{ $as ->
    [regex] {" "}(регулярное выражение)
   *[other] {""}
}.
forwarder-replace-with = На что заменить «{ $find }»? Пришлите текст.{ $as ->
    [regex] {" "}$1, $2 … — это группы.
   *[other] {""}
}
forwarder-replace-nothing = Ни на что: убрать

forwarder-choose-mappings = Отметьте связки.
forwarder-choose-copy-settings = Каким связкам дать настройки этой?
forwarder-choose-keywords = Отметьте слова, которые убрать.
forwarder-choose-transforms = Отметьте преобразования, которые убрать.
forwarder-choose-kinds = Отметьте, что переносить. Ничего не отмечено: переносится всё.
forwarder-choose-empty = Список пуст.
forwarder-chosen = Отмечено: { $count }
forwarder-sure-mappings = Удалить связок: { $count }?
forwarder-sure-copy-settings = У них будет заменено: { $what ->
    [everything] все настройки
    [filters] фильтры
    [keywords] слова
   *[transforms] преобразования
}. Связок: { $count }
forwarder-apply-enable = ✅ Включить ({ $count })
forwarder-apply-disable = ❌ Выключить ({ $count })
forwarder-apply-delete = 🗑 Удалить ({ $count })
forwarder-apply-everything = 📋 Всё ({ $count })
forwarder-apply-filters = 🔍 Фильтры ({ $count })
forwarder-apply-keywords = 🔤 Слова ({ $count })
forwarder-apply-transforms = ✏ Преобразования ({ $count })
forwarder-apply-remove = 🗑 Убрать ({ $count })
forwarder-apply-kinds = ✅ Применить ({ $count })

forwarder-filters-title = 🔍 Фильтры связки { $name }
forwarder-filters-include = Желанные слова: { $words }
forwarder-filters-exclude = Нежеланные слова: { $words }
forwarder-filters-kinds = Виды: { $count ->
    [0] все
   *[other] выбрано { $count }
}{ $denied ->
    [0] {""}
   *[other] , кроме { $denied }
}
forwarder-filters-files = Файлы: { $size ->
    [0] любого размера
   *[other] до { $size } МБ
}, расширения: { $extensions }
forwarder-filters-people = Отправители: { $allow ->
        [0] любые
       *[other] только { $allow }
    }{ $deny ->
        [0] {""}
       *[other] , кроме { $deny }
    } · репосты: { $from ->
        [0] откуда угодно
       *[other] только из { $from }
    }{ $not ->
        [0] {""}
       *[other] , кроме { $not }
    }
forwarder-add-keywords = ➕ Слова
forwarder-remove-keywords = ➖ Слова
forwarder-kinds = 🖼 Виды постов
forwarder-transforms-title = ✏ Преобразования связки { $name }, сверху вниз
forwarder-transforms-empty = Нет: тексты остаются как есть.
forwarder-add-replace = ➕ Замена
forwarder-add-style = ➕ Стиль
forwarder-styles-title = В каком стиле будут посты связки { $name }?
forwarder-remove-transforms = ➖ Убрать
forwarder-transform-replace = «{ $find }» → «{ $with }»
forwarder-transform-mask-links = Ссылки → «{ $with }»
forwarder-transform-header = Сверху: { $text }
forwarder-transform-footer = Снизу: { $text }
forwarder-transform-template = Шаблон: { $text }
forwarder-transform-style = Стиль: { $as ->
    [plain] обычный
    [bold] жирный
    [italic] курсив
    [code] код
    [strikethrough] зачёркнутый
   *[spoiler] спойлер
}

forwarder-options-title = 🎛 Настройки связки { $name }. Нажмите, чтобы изменить.
forwarder-pace = Задержка: { $delay } с · в минуту: { $most ->
    [0] сколько угодно
   *[other] до { $most }
} · тихие часы: { $hours } · перечитать: { $reread ->
        [0] нет
       *[other] через { $reread } с
    }
    Повторы ищутся за { $window } мин, почти одинаковые тексты: { $near ->
        [0] нет
       *[other] до { $near } из 64 бит
    } · своих кнопок-ссылок: { $buttons }
forwarder-option-mode = Режим: { $value ->
    [forward] пересылка
   *[copy] копия
}
forwarder-option-fallback = Если нельзя переслать: { $value ->
    [true] копировать
   *[false] ничего
}
forwarder-option-silent = Звук: { $value ->
    [true] 🔕 нет
   *[false] 🔔 есть
}
forwarder-option-edits = Правки: { $value ->
    [sync] повторять
    [repost] новым постом
   *[ignore] не замечать
}
forwarder-option-edits-otherwise = Правка, которую не повторить: { $value ->
    [repost] новым постом
   *[ignore] пропустить
}
forwarder-option-edits-rejected = После правки не прошёл фильтры: { $value ->
    [keep] оставить
   *[delete] удалить
}
forwarder-option-replies = Ответы: { $value ->
    [keep] остаются ответами
    [bring] вместе с тем, на что ответ
   *[drop] обычными постами
}
forwarder-option-pins = Закрепления: { $value ->
    [true] повторять
   *[false] не замечать
}
forwarder-option-priority = Приоритет: { $value ->
    [high] высокий
    [normal] обычный
   *[low] низкий
}
forwarder-option-preview = Превью ссылок: { $value ->
    [as-is] как в источнике
    [on] есть
   *[off] нет
}
forwarder-option-buttons = Кнопки-ссылки: { $value ->
    [keep] оставить
    [text] текстом
   *[drop] убрать
}
forwarder-option-protected = Защищённые посты: { $value ->
    [skip] пропускать
   *[copy] копировать (свой канал)
}
forwarder-option-unsure = Если неизвестно, отправлено ли: { $value ->
    [again] отправить снова
   *[hold] спросить меня
}
forwarder-option-dedup = Без повторов: { $value ->
    [off] нигде
    [mapping] в этой связке
    [target] у получателя
   *[everywhere] у всех получателей
}
forwarder-option-order = Слова: { $value ->
    [exclude-then-include] нежеланные, потом желанные
    [include-then-exclude] желанные, потом нежеланные
    [include-only] только желанные
   *[exclude-only] только нежеланные
}
forwarder-option-invert-include = Желанные: { $value ->
    [true] наоборот
   *[false] как есть
}
forwarder-option-invert-exclude = Нежеланные: { $value ->
    [true] наоборот
   *[false] как есть
}
forwarder-option-unwanted = Нежеланный вид: { $value ->
    [discard] поста не будет
   *[keep-text] только текст
}
forwarder-option-links = Ссылки: { $value ->
    [any] не важны
    [only] только с ними
   *[none] только без них
}
forwarder-option-mentions = Упоминания: { $value ->
    [any] не важны
    [only] только с ними
   *[none] только без них
}
forwarder-option-reposts = Репосты: { $value ->
    [any] не важны
    [only] только они
   *[none] без них
}
forwarder-option-automatic = Копии в группе обсуждений: { $value ->
    [true] переносить
   *[false] пропускать
}
forwarder-field-header = ➕ Текст сверху
forwarder-field-footer = ➕ Текст снизу
forwarder-field-template = ➕ Шаблон
forwarder-field-mask-links = ➕ Скрыть ссылки
forwarder-field-senders-allow = Только отправители
forwarder-field-senders-deny = Кроме отправителей
forwarder-field-origins-allow = Репосты только из
forwarder-field-origins-deny = Без репостов из
forwarder-field-extensions = Расширения
forwarder-field-size = Размер
forwarder-field-delay = Задержка
forwarder-field-reread = Перечитать
forwarder-field-per-minute = В минуту не больше
forwarder-field-quiet-hours = Тихие часы
forwarder-field-window = Повторы: как долго
forwarder-field-near = Почти одинаковые
forwarder-field-link-buttons = Свои кнопки-ссылки
forwarder-fill-label = Пришлите название, до 64 знаков; «-» убирает его.
forwarder-fill-header = Пришлите текст, который будет стоять над каждым постом.
forwarder-fill-footer = Пришлите текст, который будет стоять под каждым постом.
forwarder-fill-template = Пришлите шаблон. {"{"}text{"}"} — текст поста; ещё {"{"}chat{"}"}, {"{"}chat_username{"}"}, {"{"}sender{"}"}, {"{"}sender_username{"}"}, {"{"}link{"}"}, {"{"}date{"}"}, {"{"}time{"}"}.
forwarder-fill-mask-links = Пришлите, что поставить вместо ссылок; «-» убирает их.
forwarder-fill-senders-allow = Пришлите id, @имена или имена авторов, по одному в строке: пойдут только их посты. «-» очищает список.
forwarder-fill-senders-deny = Пришлите id, @имена или имена авторов, по одному в строке: их посты не пойдут. «-» очищает список.
forwarder-fill-origins-allow = Пришлите id или @имена, по одному в строке: пойдут только репосты оттуда. «-» очищает список.
forwarder-fill-origins-deny = Пришлите id или @имена, по одному в строке: репосты оттуда не пойдут. «-» очищает список.
forwarder-fill-extensions = Пришлите расширения, например «pdf docx»: пойдут только такие файлы. «-»: любые.
forwarder-fill-size = До скольких МБ может быть файл? 0: любого размера.
forwarder-fill-delay = Сколько секунд посту подождать, от 0 до 86400?
forwarder-fill-reread = Для каналов, которые сразу правят посты: через сколько секунд перенести пост таким, каким он стал, от 0 до 300?
forwarder-fill-per-minute = Сколько постов в минуту самое большее, от 1 до 60? 0: сколько угодно.
forwarder-fill-quiet-hours = Когда тихо? Например, 23:00-07:30 или 23:00-07:30 Europe/Berlin. «-»: никогда.

forwarder-fill-window = Сколько минут повтор считается повтором, от 1 до 43200 (30 дней)?
forwarder-fill-near = В скольких из 64 бит могут отличаться почти одинаковые тексты, от 0 до 16? 0: только одинаковые; начните с 3.
forwarder-fill-link-buttons = Пришлите кнопки под посты, ряд в строке: «Наш сайт https://example.com | Чат https://t.me/name». «-»: без них.

forwarder-problem-press = Ответьте, пожалуйста, кнопкой.
forwarder-problem-nothing-chosen = Пока ничего не отмечено.
forwarder-problem-too-many = Получится связок: { $count }, а за раз можно { $most }.
forwarder-problem-empty = Здесь пусто.
forwarder-problem-long = Слишком длинно: можно до { $most } знаков.
forwarder-problem-pattern = «{ $find }»: { $problem }
forwarder-problem-number = Нужно целое число от { $least } до { $most }.
forwarder-problem-list = Нужно до 500 имён, каждое до 64 знаков.
forwarder-problem-extensions = Нужны расширения, например «pdf docx».
forwarder-problem-quiet-hours = Нужны два времени, например 23:00-07:30, а после них, если хотите, часовой пояс, например Europe/Berlin.
forwarder-problem-wants-chat = Нужен чат: его @имя, ссылка, id или пересланный пост.
forwarder-problem-wants-post = Нужно сообщение для проверки.
forwarder-problem-wants-file = Нужен файл.
forwarder-problem-wants-words = Нужен текст или текстовый файл до 1 МБ.
forwarder-problem-file = Это не файл JSON до 1 МБ.
forwarder-problem-link-buttons = Нужны строки вида «Наш сайт https://example.com».
forwarder-problem-rules = Это не правила: { $problem }

forwarder-trial-discarded = ❌ Пост не пойдёт. Решил фильтр: { $by }
forwarder-trial-why = Почему: { $why }
forwarder-trial-carried = ✅ Пост пойдёт.
forwarder-trial-filter = { $says ->
    [drop-media] ✂
   *[pass] ✓
} { $filter }: { $why }
forwarder-trial-step = { $how ->
    [forward] ↪ пересылка как есть
    [copy] 📋 копия
    [text] ✉ текстом
   *[album] 🖼 альбомом
}{ $buttons ->
    [0] {""}
   *[other] , с кнопками: { $buttons }
}
forwarder-trial-disabled = Связка выключена: на деле ничего не пойдёт.
filter-topic = Тема
filter-protected = Защищённые посты
filter-too-many-hops = Слишком много связок подряд
filter-been-there = Он оттуда и пришёл
filter-nothing-left = От поста ничего не осталось

forwarder-queue-title = ⏳ В очереди: { $count }
forwarder-queue-line = • { $title }: { $count }, самый старый { $ago }
forwarder-dead-title = ☠ Недоставленное: { $count }
forwarder-dead-empty = Пусто: всё дошло или в пути.
forwarder-dead-line = { $title }: { $why }
forwarder-dead-why = Почему: { $why } · { $ago }
forwarder-dead-said = Telegram ответил: { $said }
forwarder-statistics-title = 📊 Статистика
forwarder-statistics-carried = Перенесено: { $count } (пересылкой: { $forward }, копией: { $copy })
forwarder-statistics-not = Отсеяно: { $discarded } · повторов: { $duplicates } · не доставлено: { $failed }
forwarder-statistics-queue = В очереди: { $waiting } · в пути: { $sending } · недоставлено: { $dead } · самый старый ждёт { $seconds } с
forwarder-statistics-flood = Ждали по просьбе Telegram: { $seconds } с
forwarder-statistics-error = • { $why }: { $count }

forwarder-command-start = Главное меню
forwarder-command-help = Как это работает
forwarder-command-admin = Главное меню для администраторов
forwarder-command-mappings = Все связки
forwarder-command-queue = Что в очереди
forwarder-command-dead = Что не доставлено
forwarder-command-stats = Статистика
forwarder-command-cancel = Закончить диалог
