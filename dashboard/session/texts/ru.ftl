session-title = Вход
session-twitch = Через Twitch
session-telegram = Через Telegram
session-or = или
session-token = Токен администратора
session-token-hint = Тот, с которым настроен Worker
session-name = Имя
session-password = Пароль
session-by-token = С токеном администратора
session-by-password = С паролем
session-sign-in = Войти
session-wrong = Не подходит.
session-attempts-left = { $tries ->
    [one] Осталась { $tries } попытка, потом придётся подождать.
    [few] Осталось { $tries } попытки, потом придётся подождать.
   *[other] Осталось { $tries } попыток, потом придётся подождать.
}
session-wait = { $seconds ->
    [one] Слишком много неудач. Попробуйте через { $seconds } секунду.
    [few] Слишком много неудач. Попробуйте через { $seconds } секунды.
   *[other] Слишком много неудач. Попробуйте через { $seconds } секунд.
}
