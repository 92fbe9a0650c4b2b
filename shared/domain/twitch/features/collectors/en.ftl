collectors-gnome = 🍄 The gnomes stand in a circle, count to three, and { $viewer } is it. Back into the burrow for { $rest }!
collectors-gnome-reason = Counted out by gnomes
collectors-applecatpanik = 🍏 Don't panic! Too late: { $viewer } runs without looking and meets a tree. Lie down for { $rest }, the cats will wait.
collectors-applecatpanik-reason = No running in chat!
collectors-caught = 🎯 One word too many, and { $viewer } goes to cool off for { $rest }.
collectors-caught-reason = One word too many
collectors-own = { $words }
