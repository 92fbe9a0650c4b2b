console-intro = Всё, что вы делаете здесь, бот делает сразу; в «Изменениях» останется, кто это был
console-no-channel = Каналов пока нет. Подключите бота и стримера в разделе «Аккаунты».

console-say = Сказать от имени бота
console-text = Что сказать
console-left = { $used } из 2000 знаков; в строке чата их 500, длинное придёт несколькими строками
console-too-long = Лишних знаков: { $over }
console-say-it = Сказать
console-say-keys = Ctrl+Enter

console-command = Дать команду
console-commands = Команды
console-search = Найти команду
console-no-command = Такой команды нет. Попробуйте другое слово.
console-off = Выключена
console-rest = Что после неё
console-rest-hint = Например, имя; большинству команд ничего не нужно
console-do-it = Выполнить
console-stopped-hint = Бот остановлен: сначала запустите его.

console-became-done = Сделано
console-became-nothing = Услышано, но ничего не вышло: возможно, команда отдыхает
console-became-before = Уже было сделано
console-became-failed = Правила с этим не справились
console-besides = А ещё
console-effect-time-out = таймаут
console-effect-resolve = итог награды
console-effect-look-around = взгляд, кто в чате
console-effect-look-up = поиск зрителя
console-effect-score = новый счёт
console-effect-tend-rewards = пауза наград
console-effect-record = запись в историю

console-features = Функции
console-features-hint = Выключенное сразу отменяется: баллы в игре возвращаются зрителям, а награды на Twitch встают на паузу.
console-switched-on = Включено: { $name }
console-switched-off = Выключено: { $name }

console-running = Бот в этом канале
console-is-running = Работает
console-is-stopped = Остановлен
console-while-stopped = Он никого не слышит, а его награды на Twitch на паузе. Сказать от его имени можно.
console-stop = Остановить бота
console-start = Запустить бота
console-stop-title = Остановить бота в этом канале?
console-stop-text = Идущие игры отменятся, баллы за них вернутся. Пока бот остановлен, он никого не слышит, а его награды на Twitch на паузе; если кто-то успеет купить, баллы сразу вернутся. Другие каналы не заметят.
console-stopped-now = Бот остановлен
console-started = Бот снова работает

console-jobs = Задания
console-job-do = Сделать сейчас
console-job-run = Сделать сейчас: { $name }
console-job-well = Готово, всё в порядке.
console-job-off = То, к чему относится задание, не настроено.
console-job-last = В последний раз
console-job-channel-setup = Настроить канал
console-job-what-channel-setup = Подписывается на события Twitch и создаёт недостающие награды. Дважды ничего не делает.
console-job-channel-upkeep = Проверить канал
console-job-what-channel-upkeep = Спрашивает Twitch о подписках, модераторах, трансляции и наградах, о которых он мог не сказать. Сам делает это каждые десять минут.
console-job-forwarder-check = Проверить чаты пересылки
console-job-what-forwarder-check = Спрашивает Telegram, может ли бот читать и писать во всех чатах.
console-job-forwarder-rebuild = Собрать очередь заново
console-job-what-forwarder-rebuild = Восстанавливает порядок очереди пересылки по Postgres. Дважды ничего не отправится.

console-refused-feature-off = То, для чего эта команда, выключено.
console-refused-not-set-up = Канал ещё не настроен: сначала «Настроить канал».
console-refused-stopped = Бот остановлен: сначала запустите его.
