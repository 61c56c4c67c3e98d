import { readdirSync } from "node:fs";

/** The addresses of the pages of a group, as the file tree has them, such as "/tags/[id]". */
export const pagesIn = (group: "(app)" | "(public)"): string[] =>
  readdirSync(`app/${group}`, { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => `/${path.replace(/\/?page\.tsx$/, "")}`)
    .sort();

/** The signed-in pages that are there for everyone, without an id in their address. */
export const plainPages = pagesIn("(app)").filter((path) => !path.includes("["));
