/** What a browser sends along from one of our own pages. */
export const OUR_PAGE = { host: "tandem.test", origin: "http://tandem.test" };

/** What a page of another site, or a program that says what it likes, sends along. */
export const ELSEWHERE: Record<string, string>[] = [
  { ...OUR_PAGE, origin: "https://evil.example" },
  { ...OUR_PAGE, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  { ...OUR_PAGE, origin: "http://tandem.test:81" },
  { ...OUR_PAGE, origin: "http://tandem.test.evil.example" },
  { ...OUR_PAGE, origin: "null" },
  { ...OUR_PAGE, origin: "tandem.test" },
  { ...OUR_PAGE, origin: "http://tandem.test, https://evil.example" },
  { ...OUR_PAGE, origin: "" },
  { ...OUR_PAGE, "sec-fetch-site": "cross-site" },
  { ...OUR_PAGE, "sec-fetch-site": "same-site" },
  { host: OUR_PAGE.host, "sec-fetch-site": "cross-site" },
  { host: OUR_PAGE.host, "sec-fetch-site": "same-site" },
];
