given-up-dead = Недоставленное
given-up-kind = Почему
given-up-any-kind = По любой причине
given-up-none = Всё дошло или в пути.
given-up-doubtful = Возможно, дважды
given-up-doubtful-hint = Связь оборвалась во время отправки, и эти посты отправлены ещё раз: посмотрите, не стоят ли они там дважды.
given-up-no-doubt = Сомнений нет.
given-up-said = Telegram ответил: { $said }
given-up-mapping = Связка { $id }
given-up-post = пост { $ids } из { $source }
given-up-attempts = { $count ->
    [one] { $count } попытка
    [few] { $count } попытки
   *[other] { $count } попыток
}
given-up-retry = Повторить
given-up-retried = Снова в очереди
given-up-drop = Не отправлять
given-up-dropped = Отправлено не будет
given-up-drop-title = Не отправлять этот пост?
given-up-drop-text = В «{ $title }» он не попадёт никогда.
given-up-retry-all = Повторить все
given-up-retried-many = { $count ->
    [one] { $count } пост снова в очереди
    [few] { $count } поста снова в очереди
   *[other] { $count } постов снова в очереди
}
given-up-dropped-many = { $count ->
    [one] { $count } пост не отправится
    [few] { $count } поста не отправятся
   *[other] { $count } постов не отправятся
}
given-up-drop-all = Убрать все
given-up-drop-all-title = Убрать все?
given-up-drop-all-text = Ничего из недоставленного уже не отправится.
given-up-drop-kind-text = Недоставленное по этой причине уже не отправится: { $why }.
