/** The cast: who is in chat when nobody said otherwise. The same people visit every channel. */
import type { Chatter, Role } from "./entities.ts";

const viewers: readonly (readonly [id: string, login: string, name: string, ...roles: Role[]])[] = [
  ["2001", "anya_kotik", "Аня_Котик", "moderator"],
  ["2002", "deadinside1993", "DeadInside1993", "moderator", "subscriber"],
  ["2003", "baron_kvas", "Барон_Квас", "vip"],
  ["2004", "gnomik228", "Гномик228", "subscriber"],
  ["2005", "applecatfan", "AppleCatFan"],
  ["2006", "borscht_enjoyer", "borscht_enjoyer", "subscriber"],
  ["2007", "vasya_pupkin", "Вася_Пупкин"],
  ["2008", "sleepycapybara", "SleepyCapybara"],
  ["2009", "kolobok_v_tapkah", "КолобокВТапках"],
  ["2010", "mr_pelmen", "Mr_Pelmen", "subscriber"],
  ["2011", "lena_iz_omska", "Лена_из_Омска"],
  ["2012", "pixelwanderer", "PixelWanderer"],
  ["2013", "ded_maksim", "дедМаксим"],
  ["2014", "quietlurker", "quietlurker"],
  ["2015", "shashlyk_master", "ШашлыкМастер", "subscriber"],
  ["2016", "northern_fox", "Northern_Fox"],
  ["2017", "tyotya_zina", "ТётяЗина"],
  ["2018", "kapibara_s_kvasom", "Капибара_с_квасом"],
  ["2019", "ohmydays", "OhMyDays"],
  ["2020", "zhenya_s_balkona", "Женя_с_балкона", "subscriber"],
  ["2021", "turbo_ezhik", "ТурбоЁжик"],
  ["2022", "lamp_shade", "lamp_shade"],
  ["2023", "olya_teapot", "Оля_Чайник"],
  ["2024", "krot_terpeliv", "КротТерпелив"],
  ["2025", "first_time_max", "FirstTimeMax"],
  ["2026", "svetlana_1986", "Светлана1986"],
  ["2027", "ninjapancake", "NinjaPancake", "subscriber"],
];

const nightbot: Chatter = { id: "19264788", login: "nightbot", name: "Nightbot", roles: ["bot"] };

export const cast: readonly Chatter[] = [
  ...viewers.map(([id, login, name, ...roles]) => ({ id, login, name, roles })),
  nightbot,
];
