/** What a variable is for is found by its name: `METRICS_TOKEN` is `accounts-for-metrics-token`. */
export const purposeKey = (name: string): string => `accounts-for-${name.toLowerCase().replaceAll("_", "-")}`;
