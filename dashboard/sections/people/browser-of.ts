/** A browser and its system in a few words. What calls itself by nothing known is shown as it says it. */

// Of several that fit the first is meant: all of them call themselves Chrome or Safari too.
const browsers = [
  ["Edge", /Edg(?:e|A|iOS)?\/(\d+)/],
  ["Opera", /OPR\/(\d+)/],
  ["Yandex", /YaBrowser\/(\d+)/],
  ["Samsung Internet", /SamsungBrowser\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+).*Safari\//],
] as const;

const systems = [
  ["Windows", /Windows NT/],
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["macOS", /Mac OS X/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux/],
] as const;

export function browserOf(agent: string): string {
  const browser = browsers.flatMap(([name, sign]) => {
    const [, version] = sign.exec(agent) ?? [];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  const system = systems.find(([, sign]) => sign.test(agent))?.[0];
  return [browser, system].filter(Boolean).join(", ") || agent.slice(0, 60);
}
