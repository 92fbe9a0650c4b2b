duration-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
duration-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
duration-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
duration-h = { duration-hours }
duration-m = { duration-minutes }
duration-s = { duration-seconds }
duration-hm = { duration-hours } { duration-minutes }
duration-hs = { duration-hours } { duration-seconds }
duration-ms = { duration-minutes } { duration-seconds }
duration-hms = { duration-hours } { duration-minutes } { duration-seconds }
