mappings-all = Связки
mappings-search = Поиск по названию, @имени, id
mappings-view = Какие
mappings-view-all = Все
mappings-view-on = Включённые
mappings-view-off = Выключенные
mappings-view-troubled = Не работают
mappings-none = Связок пока нет. Добавьте бота в источник и в получатель и нажмите «Добавить связки».
mappings-none-found = Таких связок нет.
mappings-export = Экспорт
mappings-import = Импорт
mappings-import-title = Импорт связок
mappings-create = Добавить связки
mappings-mode = Как
mappings-mode-copy = Копия
mappings-mode-forward = Пересылка
mappings-mode-copy-hint = Автора не видно, текст можно менять.
mappings-mode-forward-hint = У поста остаётся автор.
mappings-trouble = Не работает: { $why }
mappings-never = Постов ещё не было
mappings-last = Последний пост
mappings-used = ушёл как { $used ->
    [forward] пересылка
   *[copy] копия
}: { $why }
mappings-on = Включена
mappings-off = Выключена
mappings-carries = { $name }: переносит посты
mappings-now-on = «{ $name }» включена
mappings-now-off = «{ $name }» выключена
mappings-sources = Откуда
mappings-targets = Куда
mappings-search-chats = Поиск чатов
mappings-no-chats = Таких чатов бот пока не знает.
mappings-others = Другие чаты
mappings-others-hint = @имя, ссылка t.me или id, по одному в строке. Тема пишется после: @имя#7
mappings-label = Название
mappings-label-hint = Только для вас; можно не заполнять
mappings-make = { $count ->
    [0] Выберите, откуда и куда
    [one] Создать { $count } связку
    [few] Создать { $count } связки
   *[other] Создать { $count } связок
}
mappings-created = { $count ->
    [one] Создана { $count } связка
    [few] Создано { $count } связки
   *[other] Создано { $count } связок
}
mappings-skipped = Пропущено: { $count }
mappings-loop-all-the-same = Всё равно создать кольцо
mappings-file = Файл
mappings-file-hint = Из экспорта отсюда или от бота
mappings-file-unreadable = Это не файл со связками: внутри не JSON. Нужен файл из экспорта.
mappings-file-something-else = В этом файле нет связок. Нужен файл из экспорта.
mappings-file-other-version = Этот файл от другой версии Taproom, здесь его не прочитать.
mappings-file-empty = Список связок в этом файле пуст.
mappings-may-loop = Связкам можно замкнуться в кольцо
mappings-may-loop-hint = Пересланное будет возвращаться туда, откуда пришло
mappings-would-first = Сначала покажем, что изменится; до этого не изменится ничего.
mappings-would-nothing = Ничего не изменится.
mappings-would-create = Новых
mappings-would-change = Изменится
mappings-would-stay = Без изменений
mappings-take-over = Загрузить
mappings-imported = Загружено: новых { $created }, изменено { $changed }
mappings-back = Все связки
mappings-gone = Такой связки нет. Возможно, её уже удалили.
mappings-test = Проверить правила
mappings-copy = Скопировать настройки в…
mappings-copy-title = Скопировать настройки «{ $name }»
mappings-copy-part = Что
mappings-copy-part-hint = Заменит то, что там есть. Название останется, выключенная не включится.
mappings-copy-everything = Все настройки
mappings-copy-filters = Фильтры
mappings-copy-keywords = Желанные и нежеланные слова
mappings-copy-transforms = Изменения текста
mappings-copy-to = В какие связки
mappings-copy-search = Поиск по названиям
mappings-copy-none = Других связок нет.
mappings-copy-deed = { $count ->
    [0] Скопировать
    [one] Скопировать в { $count } связку
    [few] Скопировать в { $count } связки
   *[other] Скопировать в { $count } связок
}
mappings-copied = { $count ->
    [one] Настройки скопированы в { $count } связку
    [few] Настройки скопированы в { $count } связки
   *[other] Настройки скопированы в { $count } связок
}
mappings-remove = Удалить
mappings-remove-title = Удалить «{ $name }»?
mappings-remove-text = Вместе с ней пропадут её настройки. Что уже перенесено, останется на месте.
mappings-removed = «{ $name }» удалена
