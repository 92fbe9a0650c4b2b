queue-waiting = Ждут
queue-sending = Отправляются
queue-dead = Не доставлено
queue-last-minutes = Пока вы смотрите
queue-watching = Смотрим на очередь…
queue-lines = Очереди
queue-nobody = Никто не ждёт: всё отправлено.
queue-target = Получатель
queue-oldest = Самый старый
queue-deeds = Действия
queue-clear = Очистить
queue-clear-label = Очистить очередь: { $title }
queue-clear-title = Очистить очередь в «{ $title }»?
queue-purge = Очистить все
queue-purge-title = Очистить все очереди?
queue-purge-text = Ждут: { $waiting }, не доставлено: { $dead }. Ничего из этого уже не отправится. Что отправляется прямо сейчас, дойдёт.
queue-purge-deed = { $count ->
    [one] Убрать { $count } пост
    [few] Убрать { $count } поста
   *[other] Убрать { $count } постов
}
queue-purged = { $count ->
    [one] { $count } пост не отправится
    [few] { $count } поста не отправятся
   *[other] { $count } постов не отправятся
}
