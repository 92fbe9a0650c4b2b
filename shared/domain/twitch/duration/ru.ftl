duration-hours = { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
}
duration-minutes = { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}
duration-seconds = { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}
duration-h = { duration-hours }
duration-m = { duration-minutes }
duration-s = { duration-seconds }
duration-hm = { duration-hours } { duration-minutes }
duration-hs = { duration-hours } { duration-seconds }
duration-ms = { duration-minutes } { duration-seconds }
duration-hms = { duration-hours } { duration-minutes } { duration-seconds }
