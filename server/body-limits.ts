const KIB = 1_024;
const MIB = 1_024 * KIB;

/** The longest bodies, in bytes. Two hundred tasks at once with descriptions fit; a form to sign in is a tenth of its own. */
export const MOST = MIB;
export const MOST_OF_CREDENTIALS = 16 * KIB;

/** What takes credentials, by how its path begins. */
const CREDENTIALS = ["/api/auth/", "/sign-in", "/sign-up", "/reset"];

/** How long a body may be that is sent to this address. */
export const bodyLimit = (url: string): number =>
  CREDENTIALS.some((prefix) => url.startsWith(prefix)) ? MOST_OF_CREDENTIALS : MOST;

/** A size as people say it: "16 KiB". */
export const inWords = (bytes: number): string => (bytes < MIB ? `${bytes / KIB} KiB` : `${bytes / MIB} MiB`);

type Header = string | null | undefined;

/** Whether a request with these two headers has a body. Source: RFC 9112, 6. */
export const hasBody = (transferEncoding: Header, contentLength: Header): boolean =>
  typeof transferEncoding === "string" || Number(contentLength ?? 0) > 0;
