parts-close = Закрыть
parts-cancel = Отмена
parts-loading = Загружается
parts-try-again = Попробовать ещё раз
parts-may-not-change = Это можно смотреть, но не менять
parts-nothing-found = Здесь пусто
parts-more = Показать ещё
parts-search = Поиск
parts-copy = Скопировать
parts-copied = Скопировано
parts-copy-failed = Браузер не даёт странице копировать
parts-download = Скачать
parts-as-table = Показать таблицей
parts-moment = Время
parts-unsaved = Несохранённые изменения
parts-unsaved-count = { $count ->
    [one] Не сохранено { $count } изменение.
    [few] Не сохранено { $count } изменения.
   *[other] Не сохранено { $count } изменений.
}
parts-save-wrong = Так не получится. Под полем написано, что не так.
parts-save = Сохранить
parts-discard = Отменить изменения
