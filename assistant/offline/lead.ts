import type { Clause } from "./clause";
import { slice } from "./clause";
import * as words from "./lexicon";

const NAMES = "olly|siri|alexa|cortana|google|tandem|computer|assistant|ai|bot";

// Each strips one layer from the front; they are tried again until none of them fits.
const LEADS = [
  new RegExp(`^(?:hey |hi |hello |ok |okay |yo )?(?:${NAMES})\\b ?`),
  /^(?:hey|hi|hello) there /,
  /^(?:please|pls|plz|kindly|hey|hi|hello|yo|ok|okay|so|well|right|now|also|then|and|but|or|just|oh|um|uh|erm|hmm|yeah|alright|actually|quickly|real quick|quick one|simply|again|finally|basically|,)(?: |$)/,
  /^(?:oops|whoops|sorry|damn|oh no) (?=.)/,
  /^(?:would|do) you mind /,
  /^(?:mind) (?=\w+ing\b)/,
  /^(?:wouldja|couldja|canya|willya|wouldya|couldya) /,
  /^(?:is there )?any (?:chance|way|possibility)(?: that)?(?: (?:you|we|i) (?:can|could|would|might)| of)? (?:to )?/,
  /^(?:would|will|might) it be (?:possible|ok|okay|all right|alright|fine|too much trouble)(?: for you)? (?:to|if (?:you|we|i)(?: could)?) /,
  /^(?:i|we) (?:was|were|am|are)(?: just)? (?:hoping|wondering|thinking)(?: that| if| whether)? (?:you|we|i) (?:could|can|might|would|should) /,
  /^(?:i|we) would (?:be (?:grateful|glad|happy|thankful)|really appreciate it|love it|like it) if (?:you|we) (?:could|would|can) /,
  /^be (?:a (?:dear|love|darling|good \w+|sweetheart|pal|star)|so (?:kind|good)|kind enough|nice)(?: as)? (?:and|to) /,
  /^(?:can|could|would|will|wo|must|should) (?:you|u|ya|we)(?: please| kindly| just| also| perhaps| maybe| possibly| quickly)*(?: be able to| be so kind as to)?(?: |$)/,
  /^(?:is it possible|is there (?:a|any) way|are there (?:any )?ways|are you able|i was wondering if you could|i wonder if you could)(?: for you)?(?: to)? /,
  /^(?:if you (?:could|can|would)(?: please)?|do me a favou?r and|do you think you could|why do not (?:you|we)|how about you) /,
  /^i (?:would like|want|need|would love|would appreciate it if|would prefer|expect)(?: for)? you (?:could |would |to )/,
  /^(?:(?:go ahead|go on|hurry up|come on|try)(?: and| to)|go and) (?:just )?/,
  /^(?:be sure|make sure|ensure|see|remember)(?: you| that you| to) (?=(?:add|put|include|delete|remove|mark|move|take|clear|cross)\b)/,
  /^help (?=remind)/,
  /^open (?:my |the )?(?:calendar|lists?) (?:and )?(?=\w)/,
  /^(?:let us|let me|help me(?: to)?|you (?:can|should|could|may|have to|need to|must)) /,
  new RegExp(
    `^(?:i|we) (?:would like|would love|want|need|have|wish|have got|got|ought|must|should|shall|can|am going|will|am trying|would)(?: to)? (?=(?:please )?(?:(?!finish|complete|accomplish)${words.command}|know|delete)\\b)`,
  ),
  new RegExp(`^(?:can|could|may|might) (?:i|we) (?=(?:please )?(?:${words.command})\\b)`),
  new RegExp(`^do (?=${words.remove}\\b)`),
];

const TAIL =
  /(?: |^)(?:please|pls|plz|thanks|thank you|thx|for me|right now|if you can|if you could|will you|would you|ok|okay|cheers|asap|ta|if possible|if you do not mind|when you get a chance|when you can|real quick|thank you so much|,)$/;

// "need to call", "have to get": a duty of the user's own, not the assistant's; "need to see my list" is a command.
const DUTY =
  /^(?:i|we) (?:need|have|must|should|got|ought|have got)(?: to)? (?:call|get|make|book|plan|schedule|fix|mark|check|finish|complete|see|look|find|note|write|take|bring|go|give|pay|record|review|update|open|start|log|change|move|clear|drop|empty|say|speak|tell|set|count|print|confirm|read|organi[sz]e|arrange|throw|let|list|show|search)\b/;

/** A clause without the courtesies around what it asks for: "could you please add milk, thanks" → "add milk". */
export function strip(clause: Clause): Clause {
  let rest = clause;
  for (let layer = 0; layer < 12; layer++) {
    const tail = TAIL.exec(rest.plain);
    if (tail && tail.index > 0) rest = slice(rest, 0, tail.index);
    const lead = isDuty(rest.plain)
      ? undefined
      : LEADS.map((pattern) => pattern.exec(rest.plain)).find((one) => one && one[0].length < rest.plain.length);
    if (!lead || lead[0] === "") {
      if (!tail || tail.index === 0) break;
      continue;
    }
    rest = slice(rest, lead[0].length);
  }
  return rest;
}

// A duty that speaks of the list itself is a wish after all: "I need to see my schedule".
function isDuty(plain: string): boolean {
  return DUTY.test(plain) && !new RegExp(`\\b${words.topic}\\b`).test(plain);
}
