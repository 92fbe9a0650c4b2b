butt-whole = 🍑 { $viewer }, риск для жопы — { $percent }%. В этот раз обошлось!
butt-kicked = 🥾 { $viewer }, целых { $percent }%! Доигралась твоя жопа: пинок, и отдых на { $time }.
butt-kicked-hard = 🚀 { $viewer }, все { $percent }%! Пинок с разбега: жопа улетела на орбиту, вернётся через { $time }.
butt-joke = { $words } Шучу-шучу, своих не пинаем!
butt-already = 🍑 { $viewer }, выпало { $percent }%, но эта жопа уже и так отдыхает.
butt-refused = 🍑 { $viewer }, выпало { $percent }%, но Twitch не даёт пинать такую важную жопу.
butt-failed = 🍑 { $viewer }, выпало { $percent }%, но нога не дотянулась: Twitch не отвечает. Считай, повезло!
butt-reason = Жопа доигралась
