players-intro = Кто играет на канале и с каким счётом
players-everybody = Игроки
players-search = Логин, имя или id
players-nobody = Пока никто не играл. Кто выиграет или проиграет, появится здесь.
players-not-found = Таких игроков нет. Попробуйте другое начало имени.
players-player = Игрок
players-place = Место
players-no-place = без побед места нет
players-name = Игрок
players-login = Логин
players-id = id на Twitch
players-rank = Звание
players-wins = Победы
players-losses = Поражения
players-tickets = Билеты
players-wrong = Нужно целое число
players-correct = Исправить
players-correct-title = Исправить счёт: { $name }?
players-corrected = Счёт исправлен
players-redemptions = На что тратил(а) баллы
players-no-redemptions = За 90 дней баллы не тратились.
players-cost = { $cost ->
    [one] { $cost } балл
    [few] { $cost } балла
   *[other] { $cost } баллов
}
players-games = Последние игры
players-no-games = Игр пока не было.
players-games-unknown = Историю игр сейчас не достать.
