session-title = Вход
session-twitch = Через Twitch
session-telegram = Через Telegram
session-or = или
session-token = Токен администратора
session-token-hint = ADMIN_TOKEN, который создала команда npx taproom setup
session-name = Имя
session-password = Пароль
session-by-token = По токену
session-by-password = По паролю
session-sign-in = Войти
session-wrong = Не подходит.
session-attempts-left = { $tries ->
    [0] Это была последняя попытка: теперь придётся подождать.
    [one] Осталась { $tries } попытка, потом придётся подождать.
    [few] Осталось { $tries } попытки, потом придётся подождать.
   *[other] Осталось { $tries } попыток, потом придётся подождать.
}
session-wait = Слишком много неудачных попыток. Снова можно через
session-obstacle-begin-again = Вход не завершён: он начат в другом браузере или слишком давно. Начните заново.
session-obstacle-no-answer = Ответа не было, поэтому непонятно, кто вы. Попробуйте через минуту.
session-obstacle-no-consent = Вы не дали согласия, поэтому непонятно, кто вы.
session-obstacle-not-let-in = Этому аккаунту вход пока не открыт. Попросите владельца добавить вас в раздел «Люди».
session-obstacle-over = Сеанс закончился. Войдите снова. Через Twitch и Telegram лучше в другой вкладке: тогда набранное здесь останется.
session-first = Впервые здесь?
session-first-token = Только что всё настроили? Войдите по токену администратора. Его создаёт и один раз показывает npx taproom setup; у Worker это секрет ADMIN_TOKEN.
session-first-twitch = Стример подключённого канала входит через Twitch и сразу становится владельцем.
session-first-invited = Остальные входят после того, как владелец добавит их в раздел «Люди».
session-first-dev = В учебном мире (npm run dev) токен администратора — embedded-admin-token.
