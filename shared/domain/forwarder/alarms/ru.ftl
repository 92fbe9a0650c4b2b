forwarder-alarm-target = ⚠️ В { $chat } ничего не доходит: { $why }. Неотправленное лежит в «Недоставленное» и ждёт.
forwarder-alarm-target-over = ✅ В { $chat } снова доходит. Что не дошло, можно отправить из «Недоставленное».
forwarder-alarm-source = ⚠️ Источник { $chat } больше не читается: { $why }.
forwarder-alarm-source-over = ✅ Источник { $chat } снова читается.
forwarder-alarm-protected = 🔒 В { $chat } запрещено сохранять и пересылать: его посты пропускаются. Если это ваш канал, включите в связке копирование защищённых постов.
forwarder-alarm-protected-over = 🔓 В { $chat } снова можно сохранять и пересылать.
forwarder-alarm-flood = ⏳ Telegram просит подождать ещё { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
  }. Посты ждут в очереди, ничего не потеряно.
forwarder-alarm-flood-over = ✅ Telegram снова принимает посты.
forwarder-alarm-auth = ⛔ Токен бота не подходит: его отозвали или заменили. Задайте TELEGRAM_FORWARDER_TOKEN заново.
forwarder-alarm-auth-over = ✅ Токен бота снова подходит.
