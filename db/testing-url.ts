/** The same server's URL for another database. Not by `new URL`, which refuses the empty host of a Unix socket's. */
export function inDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}
