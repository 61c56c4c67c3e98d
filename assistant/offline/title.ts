import { type Clause, slice } from "./clause";
import * as words from "./lexicon";
import { unquoted } from "./quotation-marks";

const KIND =
  "(?:to dos?|tasks?|items?|reminders?|remainders?|events?|alarms?|alerts?|notifications?|notes?|entry|entries|thing|chores?|errands?|timers?|calendar event|list item|wake up call|event reminder)";
const ARTICLE =
  "(?:an?|the|my|this|that|another|new|one|some|following|repeating|recurring|daily|weekly|monthly|quick|please|of|separate|two|three|four|five|six|several)";

// Layers in front of what the task is really called: "a reminder for me to", "an event called", "that I have to".
const HEADS = [
  new RegExp(
    `^(?:(?:${ARTICLE}) )*${KIND}(?= (?:to|that|for|of|about|called|named|titled|labell?ed|saying|which|i|when|on|with)\\b| [,:]|$)`,
  ),
  new RegExp(
    `^(?:(?:${ARTICLE}) )*(?:task|event|reminder|alarm|chore|item)(?: called| named| titled| labell?ed)? (?!list\\b)`,
  ),
  /^(?:me|us|myself|him|her|for me|for us|up|down|in|again|also|as well|too|please|[,:])(?= |$)/,
  /^(?:to|that|which says|saying|called|named|titled|labell?ed|about|of|when|because|so|is|says)(?= |$)/,
  /^(?:there is|there are|it is|that it is) /,
  /^(?:for|on|with|at|in|by|as|from)(?=$)/,
  /^for (?=(?:me|us) )/,
  /^(?:really|probably|definitely|still|finally) (?=\S)/,
  /^(?:i|we) (?:(?:am |are |will )?(?:going|supposed|meant|about) (?:to )?)?(?:need|have got|have|want|must|should|got|ought|would like|going|supposed|meant|will)(?: to)? /,
  /^(?:(?:i|we) (?:am|are) (?:going|supposed|meant)|need|ought|have got|got) to /,
  /^(?:be sure|make sure|remember|do not forget|remind me|go ahead and) (?:to )?/,
];
const OF_REMINDER = /^(?:for|of|about) /;
const TAIL =
  /(?: |^)(?:please|thanks|thank you|for me|too|as well|also|to|on|in|at|for|and|,|is|on it|to it|in it|needs|later)$/;
// "A gym alarm" is for the gym; but "check the smoke alarm" is done to one.
const KIND_BEHIND = / (?:reminder|alarm)$/;
const BEGINS = new RegExp(`^${words.chore} `);

/** What a task that is to be added is called: the clause's words without what only says that it is to be one. */
export function titleOf(clause: Clause): Clause {
  let rest = clause;
  let headed = false;
  for (let layer = 0; layer < 10; layer++) {
    const head = headOf(rest.plain, headed);
    if (!head) break;
    headed ||= layer === 0 && new RegExp(`${KIND}$`).test(head.trim());
    rest = slice(rest, head.length);
  }
  for (let layer = 0; layer < 4; layer++) {
    const tail = TAIL.exec(rest.plain) ?? (BEGINS.test(rest.plain) ? null : KIND_BEHIND.exec(rest.plain));
    if (!tail) break;
    rest = slice(rest, 0, tail.index);
  }
  return rest;
}

function headOf(plain: string, headed: boolean): string | undefined {
  const heads = headed ? [...HEADS, OF_REMINDER] : HEADS;
  return heads.flatMap((pattern) => pattern.exec(plain)?.[0] ?? []).find(Boolean);
}

const EMPTY = new RegExp(
  `^(?:${KIND}|${ARTICLE}|it|this|that|something|anything|someone|an?|the|list|${words.list}|these|those|them|stuff|more|new|yet|with|people|people|one)(?: (?:${KIND}|${ARTICLE}|it|this|that|list|later|again|else|new|in|for|of|with))*$`,
);

/** Whether words name nothing that could stand on a list: "a reminder", "something". */
export function isEmpty(plain: string): boolean {
  return plain === "" || /^(?:an? )?wake(?: up)?(?: call)?$/.test(plain) || EMPTY.test(plain);
}

/** A title as it is stored: its first letter large, its quotes gone when it is all quoted. */
export function written(text: string): string {
  const bare = unquoted(text.replace(/^an? (?=\S)/i, "")).replace(/^[\s,:;.-]+|[\s,:;-]+$/g, "");
  return bare.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
