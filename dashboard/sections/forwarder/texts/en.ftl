forwarder-intro = Posts of some chats go on to others, each pair by its own rules
forwarder-mappings = Mappings
forwarder-tester = Try the rules
forwarder-queue = Queue
forwarder-given-up = Not delivered
forwarder-chats = Chats and bot
forwarder-unusable-settings = The settings cannot be used. What is wrong with them:
