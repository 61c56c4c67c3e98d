/** What a browser sends along from one of our own pages. */
export const OUR_PAGE = { host: "tandem.test", origin: "http://tandem.test" };
