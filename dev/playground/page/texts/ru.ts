import type { Texts } from "./texts.ts";

const rules = new Intl.PluralRules("ru");

function many(count: number, one: string, few: string, more: string): string {
  const rule = rules.select(count);
  if (rule === "one") return `${count} ${one}`;
  return `${count} ${rule === "few" ? few : more}`;
}

export const russian: Texts = {
  tagline: "Площадка",
  loading: "Наливаем…",
  worldGone: "Мир разработки не отвечает. Запущен ли ещё `npm run dev`? Пробуем снова…",

  productUp: "Taproom работает",
  productDown: "Taproom не работает",
  productUnknown: "Ищем Taproom…",
  productHint: "Сам продукт, в workerd. Убейте его: он поднимется, и ничего не пропадёт.",
  toDo: (count) => many(count, "дело", "дела", "дел"),
  reset: "Сброс",
  resetHint: "Начать сначала: чат, таймауты, покупки, вызовы и сбои забываются. Сам Taproom всё помнит.",
  resetSure: "Точно? Ещё раз",
  resetDone: "Всё снова как в начале.",
  pageLanguage: "Язык страницы",

  views: { play: "Кега", chat: "Чат", happenings: "Журнал", bar: "Снаружи" },

  steps: ["Выберите зрителя.", "Вскройте кегу.", "Смотрите."],
  gotIt: "Понятно",
  openKeg: "Вскрыть кегу случайным зрителем",
  openAnother: "Вскрыть ещё одну кегу",
  kegTitle: "Кега",
  kegClosed: "Тишина. Кега закрыта, все сухие.",
  kegBurning: (host) => `${host} вскрывает кегу!`,
  kegBursting: "Рвануло!",
  kegWaiting: "Кега ждёт Taproom…",
  secondsLeft: (seconds) => many(seconds, "секунда", "секунды", "секунд").replace(/^\d+ /, ""),
  boars: (here, needed) => `Кабанчиков: ${here} из ${needed}`,
  hiders: (count) => `В помойке: ${count}`,
  endingBurst: (soaked) => `Рвануло: ${many(soaked, "зритель облит", "зрителя облиты", "зрителей облито")}.`,
  endingSaved: "Кабанчики спасли кегу, все сухие!",
  endingCancelled: "Ничего не вышло, баллы возвращены.",
  nobodyHere: "В чате некому это сделать.",

  settings: "Настройки канала",
  settingsHint: "Настройки самого продукта, меняются через его API.",
  settingsUnknown: "Чтобы их менять, Taproom должен работать.",
  fuse: "Фитиль кеги",
  seconds: (count) => `${count} с`,
  botSpeaks: "Язык бота",

  rewards: "Награды за баллы",
  rewardsHint: "Кто покупает",
  noRewards: "На этом канале нет наград.",
  rewardMeaning: {
    keg: "Рванёт и обольёт случайных зрителей.",
    boar: "Стадо кабанчиков может спасти чат.",
    trash: "Спасает одного, зато наверняка.",
  },
  points: (cost) => many(cost, "балл", "балла", "баллов").replace(String(cost), cost.toLocaleString("ru")),
  redeem: "Купить",
  redeemAs: (name, title) => `Купить «${title}» за зрителя ${name}`,
  input: "Текст к награде",
  inputHint: "Текст к награде (не обязательно)",
  many: {
    boar: { button: "Всё стадо", label: "Сколько кабанчиков" },
    trash: { button: "Спрятать", label: "Сколько человек прячется" },
  },

  chat: "Чат трансляции",
  chatEmpty: "Пока никто ничего не написал. Поздоровайтесь или вскройте кегу.",
  newLines: (count) => many(count, "новое сообщение", "новых сообщения", "новых сообщений"),
  speakAs: "Говорит",
  findViewer: "Найти зрителя",
  nobodyFound: "Таких здесь нет",
  write: (name) => `Сообщение от ${name}`,
  send: "Отправить",
  youSitOut: (name) => `${name} в таймауте`,
  peopleHere: (count) => `${many(count, "человек", "человека", "человек")} в чате`,
  backToChat: "Назад в чат",
  groups: { broadcaster: "Стример", moderator: "Модераторы", vip: "VIP", viewer: "Зрители", bot: "Боты" },
  badges: {
    broadcaster: "Стример",
    moderator: "Модератор",
    vip: "VIP",
    subscriber: "Подписчик",
    bot: "Бот",
    taproom: "Бот Taproom",
  },
  redeemed: (others) => (others === 0 ? "покупает" : `и ещё ${others} покупают`),
  banned: "бан",

  timeouts: "Таймауты",
  timeoutsEmpty: "Никто не сидит в таймауте.",
  lift: "Снять",
  liftOf: (name) => `Снять таймаут: ${name}`,
  liftAll: "Снять все",
  timedOutBy: (name) => `от ${name}`,

  redemptions: "Покупки",
  redemptionsEmpty: "Пока никто ничего не купил.",
  statusMeaning: {
    UNFULFILLED: "Ждёт решения бота",
    FULFILLED: "Баллы списаны",
    CANCELED: "Баллы вернулись зрителю",
  },

  bar: "Внешний мир",
  barHint: "Сломайте что-нибудь, вскройте кегу, почините: ничего не пропадёт.",
  services: "Службы",
  serviceOn: (name) => `${name} доступен`,
  faults: "Сбои",
  faultNames: {
    "helix-500": "Helix 500",
    "helix-429": "Helix 429",
    "helix-slow": "Медленный Helix",
    "helix-lost": "Ответы теряются",
    "postgres-blackhole": "Postgres молчит",
  },
  faultMeaning: {
    "helix-500": "Каждый вызов Helix падает",
    "helix-429": "Helix отвечает «слишком много запросов»",
    "helix-slow": "Helix думает три секунды",
    "helix-lost": "Helix делает дело, но половина ответов теряется в пути",
    "postgres-blackhole": "База принимает запросы и никогда не отвечает",
  },
  otherFault: "Другой сбой",
  repair: "Починить всё",
  traffic: "Записанные вызовы",
  trafficEmpty: "Вызовов пока нет. Здесь видно всё, о чём продукт просит внешний мир.",
  trafficNothingFound: "Ничего не нашлось.",
  filter: "Найти вызов",
  everyService: "Все службы",
  noAnswer: "—",
  query: "Параметры",
  body: "Тело",
  nothingSent: "Больше ничего не отправлено.",

  notDelivered: "Taproom не ответил. Twitch сообщит ему ещё раз.",
  close: "Закрыть",
};
