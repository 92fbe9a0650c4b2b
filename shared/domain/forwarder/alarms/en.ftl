forwarder-alarm-target = ⚠️ Nothing gets into { $chat }: { $why }. What was not sent waits under “Dead letters”.
forwarder-alarm-target-over = ✅ Posts get into { $chat } again. What did not can be sent from “Dead letters”.
forwarder-alarm-source = ⚠️ The source { $chat } cannot be read any more: { $why }.
forwarder-alarm-source-over = ✅ The source { $chat } can be read again.
forwarder-alarm-protected = 🔒 Saving and forwarding is restricted in { $chat }: its posts are skipped. If the channel is yours, let the mapping copy protected posts.
forwarder-alarm-protected-over = 🔓 Saving and forwarding is allowed again in { $chat }.
forwarder-alarm-flood = ⏳ Telegram wants { $minutes ->
    [one] { $minutes } more minute
   *[other] { $minutes } more minutes
  } of pause. Posts wait in the queue, nothing is lost.
forwarder-alarm-flood-over = ✅ Telegram takes posts again.
forwarder-alarm-auth = ⛔ The bot's token does not fit: it was revoked or replaced. Set TELEGRAM_FORWARDER_TOKEN anew.
forwarder-alarm-auth-over = ✅ The bot's token fits again.
