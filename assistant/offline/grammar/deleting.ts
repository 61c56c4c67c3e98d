import * as w from "../lexicon";
import { ASKING, about, aboutOrDated, HERS, type Rule, rule } from "./rule";

/** Taking tasks away, or something off them. */
export const deleting: Rule[] = [
  rule(
    "delete",
    `^(?:wipe|clear|clean|sweep|empty) (?<what>.*(?:list|calendar|schedule|agenda|day|week|slate)) (?:clean|clear|empty|out|completely)$`,
  ),
  rule("offer", "^(?:we|i) (?:are|am) (?:out of|low on|running out of|running low on) (?<what>.+)$"),
  rule(
    "unset",
    "^(?:remove|clear|delete|drop|take away|cancel|unset|strip|take) (?:off )?(?:the |its |their |any )?(?:due )?(?<field>date|day|time|deadline|due date|priority|tags?|repeat|repetition|recurrence|notes?|description) (?:from|of|on|off|for) (?<what>.+)$",
    {
      unless: /\bnotes? (?:from|on) (?:my|the) (?:list|calendar|to do)/,
    },
  ),
  rule("unset", "^(?:stop|quit|do not|no more) (?<field>repeat(?:ing)?) ?(?<what>.*)$"),
  rule("unset", "^(?:stop|quit) (?<what>.+?) (?:from )?(?<field>repeating)$"),
  rule("unset", "^make (?<what>.+?) (?<field>not repeat|unrepeating|non recurring|undated|someday)$"),
  rule("untag", "^(?:untag|remove (?:the )?tag|take (?:the )?tag) (?<tag>.+?) (?:from|off|of) (?<what>.+)$"),
  rule("untag", "^(?:untag|remove (?:all )?(?:the )?tags from) (?<what>.+)$"),
  rule("untag", "^(?:remove|take|delete) (?:the )?(?<tag>#?\\S+(?: \\S+)?) tag (?:from|off|of) (?<what>.+)$"),
  rule(
    "delete",
    `^(?:completely |totally |entirely )?(?:${w.remove}|get rid of?f?|get rid|take out|take off|take away|throw (?:away|out)|cross out|cross off|scratch off|strike out|clean (?:out|up)|wipe out|clear out|turn off|switch off|do away with|let go of)(?: off| of| out| away)*(?: from| on)?(?: |$)(?<what>.*)$`,
    {
      unless:
        /^drop (?:off|by|in)\b(?!.*\b(?:list|calendar|to do)\b)|^empty the (?!list|trash|to do)|^(?:clean|clear) (?:up|out)? ?(?!.*\b(?:list|calendar|schedule|agenda|to do|day|tasks?|everything|it|them|events?|entries|reminders?|errands)\b)/,
    },
  ),
  rule(
    "delete",
    `^(?:take|cross|edit|scratch|throw|pull|strike|knock|get|move|keep|rearrange|wipe) (?<what>.+?) (?:off|out|away|from|to (?:the )?(?:trash|bin))(?: of)?\\b(?<rest> .*)?$`,
    {
      when: about,
      unless: /\b(?:out|off) to\b|^(?:take|pull|get) (?:out|me)\b/,
    },
  ),
  rule("delete", `^(?:move|throw|put) (?<what>.+?) (?:in|into|to) (?:the )?(?:trash|bin)$`),
  rule(
    "delete",
    "^(?:take|cross|scratch|strike) (?<what>it|that|this|them|those|these|the .+?) (?:off|out|away)(?: .*)?$",
  ),
  rule(
    "delete",
    `^(?:make|keep|leave|have|blank|get|let)(?: out)? (?<what>.+?) (?:is |be |are |as )*(?:completely |wide |all |totally )*(?:clear|clean|blank|empty|open|free|cleared|emptied)(?: (?<rest>(?:on|in|of|from) .*))?$`,
    {
      when: aboutOrDated,
    },
  ),
  rule(
    "delete",
    "^(?:make|have|need|want|i (?:need|want|would like)(?: to have)?)(?: a| an)? (?:clear|clean|blank|empty|open)(?: on| my)? (?<what>.*(?:calendar|schedule|agenda|list|day)\\b.*)$",
  ),
  rule(
    "delete",
    `^(?:${HERS}|there is)(?: do| would)?(?: no longer| not)? ?(?:need|want|have|care)(?: for| to)? (?<what>.+?)(?: any ?more| any longer)$`,
    { unless: /\byou\b/ },
  ),
  rule(
    "delete",
    `^(?:${HERS}) (?:no longer|do not|will not|would not|am not|are not) (?:need|want|going|doing|wish)(?: to (?:have|go to|do|attend|see)?| for)? ?(?<what>.+)$`,
    {
      unless: /\b(?:know|you)\b/,
    },
  ),
  rule(
    "delete",
    "^(?:take|cross|knock|strike) (?<what>(?!me |us |my |your )[^ ]+(?: [^ ]+)?) off(?: (?:,|because|since|as|i|we|it|they|there)(?: .*)?)?$",
  ),
  rule(
    "delete",
    "^(?:forget(?: about)?|do not bother (?:with|about)|never mind(?: about)?|no need (?:for|to)|scrap) (?<what>(?:the|my|our) (?!whole|entire|lot|rest|matter|past).+)$",
  ),
  rule("delete", `^(?<what>.+?) (?:is|are) (?:not (?:needed|necessary|happening|on)|cancell?ed|called off)(?: .*)?$`, {
    unless: new RegExp(ASKING),
  }),
  rule(
    "delete",
    "^(?:the |my )?(?:list|calendar|schedule) (?:should|must|does) not (?:contain|have|include|need) (?<what>.+)$",
  ),
];
