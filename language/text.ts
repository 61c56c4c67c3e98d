/** The rules for texts that forms, zod, the database (drizzle/*_text.sql) and the interface share. Decisions 0040 and 0041 say why. */
export { cleanLine, cleanProse } from "./text/clean";
export { nameKey, sameName, searchKey } from "./text/keys";
export { cut, lengthOf, shorten } from "./text/length";
export { isBlank } from "./text/visible";
