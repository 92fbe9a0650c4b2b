keg-opened = 🍺 { $host } is tapping the keg! It blows in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}.
keg-boars-called = 🐗 { $needed ->
    [one] One boar
   *[other] { $needed } boars
} could still save it. If you are brave enough, run for the beer!
keg-boars-on-their-way = ⏳ { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} to go. Boars here: { $boars } of { $needed }. { $missing ->
    [one] One more!
   *[other] { $missing } more!
}
keg-soon = 💣 { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} until it blows!
keg-boars-arrived = 🐗 The whole herd is here! Boars against the keg, let's see who wins.
keg-hide = Who even brought a keg in here?! HIDE!
keg-boars-too-few = { $boars ->
    [0] Not one boar showed up. There is nobody to hold the keg!
    [one] Only { $boars } boar of { $needed } made it. Nobody can hold this keg!
   *[other] Only { $boars } boars of { $needed } made it. Nobody can hold this keg!
}
keg-boars-lost = The herd threw itself on the keg, and the keg won!
keg-saved = 🐗 The keg is carried to safety and everyone stays dry! { $count ->
    [one] Hero of the day: { $names }
   *[other] Heroes of the day: { $names }
}
keg-saved-foam = The foam settles. Somebody is already fetching mugs.
keg-saved-end = That's all, there is beer enough for everyone. Until the next keg!
keg-soaked = 💥 Drinks are on { $host }! { $count ->
    [one] { $count } chatter is soaked
   *[other] { $count } chatters are soaked
}: { $names }
keg-names-more = …and { $names }
keg-get-well = A beer coma passes by itself. Get well soon!
keg-trash-saved = 🗑️ Saved by the trash: { $names }
keg-trash-wasted = 💨 { $cost ->
    [one] Bought thin air for { $cost } point
   *[other] Bought thin air for { $cost } points
}: { $names }
keg-busy = { $viewer }, one keg is open already. You have your points back.
keg-none = { $viewer }, there is no keg right now. You have your points back.
keg-nobody = { $viewer }, there is nobody in chat to soak. The keg stays shut and you have your points back.
keg-nobody-left = Everybody ran away, there is nobody left to soak. All points are returned.
keg-went-flat = The keg went flat while I was asleep. All points are returned.
keg-fizzled = The keg fizzled and hit nobody. All points are returned.
keg-reason = Beer coma
