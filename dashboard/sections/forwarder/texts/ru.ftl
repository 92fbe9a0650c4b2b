forwarder-intro = Посты одних чатов идут в другие, каждая связка по своим правилам
forwarder-mappings = Связки
forwarder-tester = Проверка правил
forwarder-queue = Очередь
forwarder-given-up = Недоставленное
forwarder-chats = Чаты и бот
forwarder-unusable-settings = Такие настройки не подходят. Что в них не так:
