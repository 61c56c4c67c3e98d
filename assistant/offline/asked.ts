import type { Context } from "@/language/calendar";
import { read } from "./clause";
import { type Reference, readReference } from "./reference";
import type { Request } from "./request";
import { stems } from "./stems";

// Words that ask, rather than name what is asked about.
const ASKING = new RegExp(
  `\\b(?:${`what which when where who how many|how much how is are was were am do does did have has had i me my we us you
  there any anything anywhere anyone something some look looks looking like read reading tell show showing shown hear know
  knew check see happen happening happens come coming going left need needed needs want wanted add added put include
  includes included remember supposed ask asked told give provide remind reminded say says speak repeat through content
  contents contain contains many much busy free available currently current latest rundown overview describe iterate state
  confirm if whether made make create created schedule scheduled planned plan plans set got getting still yet please exist
  exists find search pull bring open run name inform walk go over back out up can could should must will would work tackle
  noted jot write wrote down already day time times date more else program pending upcoming entail involve consist forget
  buy get shop store according today now right priority complete finish accomplish start started done on for about plate
  mind list between and weekly settings different existing true false booked know attending attend held information info
    known details detail about timings timing first earliest soonest forgetting missing looks look like seeing having going doing getting visiting`
    .trim()
    .split(/\s+/)
    .join("|")})\\b`,
  "g",
);

/** Which tasks a question is about: its reference, without the words that only ask. */
export function askedAbout({ body }: Request, context: Context): Reference {
  const which = readReference(body, context);
  const named = read(read(which.phrase).plain.replace(ASKING, " ").replace(/\s+/g, " ").trim());
  return { ...which, words: which.words.filter((word) => stems(named.text).includes(word)), phrase: named.text };
}
