redemptions-intro = Кто, на что и когда тратил баллы канала
redemptions-ledger = За 90 дней
redemptions-live = Обновляется само
redemptions-none = Баллы пока никто не тратил. Как только зритель купит награду, она появится здесь.
redemptions-none-such = Ничего такого нет. Смягчите условия.
redemptions-reward = Награда
redemptions-state = Состояние
redemptions-what = { $cost ->
    [one] { $reward }, { $cost } балл
    [few] { $reward }, { $cost } балла
   *[other] { $reward }, { $cost } баллов
}
redemptions-settled = решено
redemptions-any-state = Любое
redemptions-only-unfulfilled = Не решено
redemptions-only-fulfilled = Потрачено
redemptions-only-canceled = Возвращено
redemptions-any-reward = Любая
redemptions-find-viewer = Найти зрителя
redemptions-ending = Сообщаем Twitch
redemptions-given-up = Twitch не принял
redemptions-refund = Вернуть
redemptions-refund-whose = Вернуть баллы: { $name }, { $reward }
redemptions-refund-title = Вернуть баллы?
redemptions-refund-text = { $name } получит обратно баллы ({ $cost }) за «{ $reward }» и выйдет из игры, в которую вошёл за них. Отменить это нельзя.
redemptions-refunded = Баллы возвращены
redemptions-fulfil = Списать
redemptions-fulfil-whose = Списать баллы: { $name }, { $reward }
redemptions-fulfil-title = Списать баллы?
redemptions-fulfil-text = Баллы ({ $cost }), которые { $name } отдаёт за «{ $reward }», спишутся насовсем. Вернуть их будет нельзя.
redemptions-fulfilled = Баллы списаны
redemptions-refused-redemption-ended = Эта награда уже решена.
redemptions-refused-redemption-ending = Решение уже на пути к Twitch.
redemptions-refused-redemption-failed = Игра на ней споткнулась. Посмотрите «Сбои» канала.
redemptions-refused-redemption-unknown = Бот её не знает: решённое забывается через 90 дней.
