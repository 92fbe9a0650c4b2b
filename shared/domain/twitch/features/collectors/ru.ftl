collectors-gnome = 🍄 Гномы встали в круг, посчитались — и водить выпало { $viewer }. Марш в норку на { $rest }!
collectors-gnome-reason = Гномья считалочка
collectors-applecatpanik = 🍏 Без паники! Поздно: { $viewer } бежит не глядя и врезается в дерево. Полежи { $rest }, коты подождут.
collectors-applecatpanik-reason = По чату не бегать!
collectors-caught = 🎯 Слово за слово — и договорились: { $viewer } идёт остыть на { $rest }.
collectors-caught-reason = Слово не воробей
collectors-own = { $words }
