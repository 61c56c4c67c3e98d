/**
 * Zones that Unicode's CLDR, and with it `Intl` of Node and Chromium, still calls by the name that they had in 1970 or so, and how the
 * IANA calls them now (CLDR 48, common/bcp47/timezone.xml, the attribute `iana`).
 */
const PRESENT: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/**
 * The present IANA name of a time zone, by any name that it has or had and in any case; undefined for what is none. An offset such as
 * "+05:30" is none: it knows no summer time, and PostgreSQL reads its sign the other way round.
 */
export function presentZone(name: string): string | undefined {
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    return PRESENT[timeZone] ?? timeZone;
  } catch {
    return undefined;
  }
}

/** Every time zone of the calendar that this program has, by its present name, in order. */
export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf("timeZone").map((zone) => PRESENT[zone] ?? zone);
  return [...new Set(["UTC", ...zones.toSorted()])];
}
