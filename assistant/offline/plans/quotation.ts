import type { Context } from "@/language/calendar";
import { readMessage } from "../message";
import { CLOSES, OPENS, quotationsIn, unquoted } from "../quotation-marks";
import type { Request } from "../request";
import type { Outcome } from "../scene";
import { listing, quote } from "../words";

const MARKS = new RegExp(`^${OPENS}+|${CLOSES}+$`, "gu");

/** Asks whether to do what a message only quotes, or may be quoting: that is text, and asks for nothing by itself. */
export function askAbout(requests: Request[], context: Context): Outcome {
  if (requests.length === 0) return { say: "" };
  const texts = requests.flatMap(({ clause: { text } }) => {
    const quoted = quotationsIn(text).map(({ start, end }) => unquoted(text.slice(start, end)));
    return quoted.length > 0 ? quoted : [text.replace(MARKS, "")];
  });
  const all = listing(texts.map(quote));
  const why = requests.some(({ quote }) => quote === "unclear")
    ? `A quotation mark is missing, so I can’t tell whether you’re only quoting ${all}.`
    : `You quoted ${all}, so I haven’t done anything about it.`;
  const [request, ...more] = texts.flatMap((text) => readMessage(text, context));
  if (!request || more.length > 0) return { say: `${why} If you want me to, say so without quotation marks.` };
  const { quote: _, ...meant } = request;
  return { say: `${why} Should I do it?`, pending: { kind: "confirm", request: meant, rows: [] } };
}
