/** Where a link leads: its address, and what tells whose it is: the host, or of a mail the address. */
type Target = { href: string; host: string };

const WEB = new Set(["http:", "https:"]);

/**
 * Where a link of the assistant's leads, as a browser reads it: look-alike letters come as punycode ("xn--…"), and who is named before an
 * "@" is left out. Undefined for what is neither the web nor mail.
 */
export function targetOf(link: string): Target | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  if (url.protocol === "mailto:") return mailTo(url);
  if (!WEB.has(url.protocol) || !url.host) return undefined;
  url.username = "";
  url.password = "";
  return { href: url.href, host: url.host };
}

/** Keeps the address and subject of a mail link. Other recipients and a body would be out of sight. */
function mailTo({ pathname, search }: URL): Target | undefined {
  if (!pathname.includes("@")) return undefined;
  // In a mail's address a plus is a plus.
  const subject = new URLSearchParams(search.replaceAll("+", "%2B")).get("subject")?.replace(/\p{Cc}+/gu, " ");
  const rest = subject ? `?subject=${encodeURIComponent(subject)}` : "";
  return { href: `mailto:${pathname}${rest}`, host: pathname };
}

/** One address, with nothing in it that a mail program might take apart. */
const ONE_ADDRESS = /^[\w.+'-]+@[a-z\d.-]+$/i;

/** Whether a link's words are its address or begin with its host, so that one sees where it leads. */
export function isNamed(words: string, { href, host }: Target): boolean {
  const said = words.trim().toLowerCase();
  // What is written from right to left, or looks like other letters, may not be what it seems.
  if (!/^[\x21-\x7e]+$/.test(said)) return false;
  if (href.startsWith("mailto:")) return ONE_ADDRESS.test(host) && said.replace(/^mailto:/, "") === host.toLowerCase();
  const address = /^https?:\/\//.test(said) ? said : `https://${said}`;
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.host === new URL(href.replace(/^http:/, "https:")).host && url.username === "" && said.includes(url.hostname)
  );
}
