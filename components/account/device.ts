const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;

/** A browser and what it runs on, as a person would say it: "Firefox on Windows". Good enough to recognise one's own. */
export function device(userAgent: string | null): string {
  const find = (names: ReadonlyArray<readonly [string, string]>) =>
    names.find(([sign]) => userAgent?.includes(sign))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "A program";
}

/** Where a session came from, short enough to read; nothing for this machine itself. IPv6 is kept as its network of 64 bits. */
export function place(ipAddress: string | null): string | undefined {
  if (!ipAddress || ipAddress.startsWith("127.")) return undefined;
  if (!ipAddress.includes(":")) return ipAddress;
  const groups = ipAddress
    .split(":")
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""));
  return groups.every((group) => group === "0") ? undefined : `${groups.join(":")}::`;
}
