import type { Evidence } from "./intent";
import * as w from "./lexicon";

export type Sense =
  | "show"
  | "add"
  | "offer"
  | "change"
  | "rename"
  | "rank"
  | "tag"
  | "untag"
  | "describe"
  | "unset"
  | "complete"
  | "reopen"
  | "delete"
  | "restore"
  | "undo"
  | "clock"
  | "help"
  | "greet"
  | "thanks"
  | "yes"
  | "no"
  | "stop"
  | "again"
  | "none";

/**
 * One rule: a clause that fits `pattern` has this sense, `unless` it also fits that, and `when` more than words must bear it out.
 * The group `what` is the part in which to look for the tasks; others are named for what they hold.
 */
export type Rule = { sense: Sense; pattern: RegExp; unless?: RegExp; when?: (evidence: Evidence) => boolean };

const rule = (sense: Sense, pattern: string, more: Omit<Rule, "sense" | "pattern"> = {}): Rule => ({
  sense,
  pattern: new RegExp(pattern, "d"),
  ...more,
});

const about = ({ topic }: Evidence) => topic;
const aboutOrDated = (evidence: Evidence) => evidence.topic || evidence.date;
const dated = ({ date }: Evidence) => date;

const DONE = "(?:done|complete|completed|finished|resolved|ticked off|checked off)";
const UNDONE = `(?:not (?:yet )?${DONE}(?: yet)?|undone|incomplete|unfinished|uncompleted|pending|active|open(?: again)?)`;
const LEVEL =
  "(?<level>(?:very |more |less )?(?:high|highest|top|urgent|important|critical|medium|normal|low|lowest|no)|p[1-4])";
const HERS = "(?:i|we|you)";
const ALREADY = "(?:just |already |now |finally |also |actually |have |had |am |are |all )*";
const ASKING =
  "^(?:what|which|who|whose|when|where|why|how|is|are|am|was|were|do|does|did|has|had|have (?:i|we|you)|will|any|anything|should (?:i|we)|if)\\b";
const TO = "(?:to|as|into|with)";

/** Talk that is about no task. */
const talk: Rule[] = [
  rule(
    "thanks",
    "^(?:many |much )?(?:thank you|thanks|thx|ty|cheers|great|perfect|awesome|nice|cool|lovely|brilliant|well done|good job|that is all|much appreciated)(?: (?:so|very|much|you|a lot|again|work|job|that|is|was|great|perfect|it|all|for|now|then|everything|the|help|your|helping))*$",
  ),
  rule(
    "greet",
    "^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|again|tandem|you|all|everyone|buddy|friend))*$",
  ),
  rule(
    "yes",
    "^(?:yes|yep|yeah|yup|ya|sure|ok|okay|correct|right|exactly|indeed|affirmative|absolutely|definitely|certainly|of course|please do|do it|go ahead|do that|go for it|sounds good|that is (?:right|correct|it|fine|good)|fine|agreed|confirm|confirmed)(?: (?:yes|yep|please|do|it|that|is|right|correct|sure|ok|ahead|go|thanks|fine|good|add|delete|complete|move))*$",
  ),
  rule(
    "no",
    "^(?:no|nope|nah|naw|nay|negative|never|not really|not now|not that|not at all|no way|do not|i do not think so|rather not)(?: (?:no|thanks|thank|you|way|not|that|do|it|please|is|wrong|now|don't))*$",
  ),
  rule(
    "stop",
    "^(?:stop|cancel|quit|abort|nevermind|never mind|forget (?:it|that|about it)|leave (?:it|that)(?: be| alone)?|nothing|skip(?: it| that)?|hold on|wait|be quiet|shut up|silence|enough|pause)(?: (?:it|that|please|now|everything|this|what|you|are|were|doing|talking|no|thanks))*$",
  ),
  rule(
    "again",
    "^(?:(?:please )?(?:repeat|say|tell me)(?: (?:that|it|yourself|this))?(?: (?:again|please|one more time|once more))*|(?:once more|one more time|come again|pardon|pardon me|what|what did you say|sorry|excuse me)(?: (?:again|please|what))*)$",
  ),
  rule(
    "help",
    "^(?:help|what (?:else )?(?:can|could|do) (?:you|i) (?:do|help|ask|say|know)|what (?:are|is) (?:you|your) (?:able|capable|good|skills|capabilities|abilities|features|commands)|what (?:things|kinds? of|sorts? of|types? of|stuff|questions|tasks) .*\\b(?:you|ask)\\b|how (?:do|can) (?:i|you) (?:use|work|talk|help)|who are you|what are you|how does this work|tell me (?:what|about) (?:you|yourself)\\b)",
  ),
  rule(
    "clock",
    "^(?:tell me |show me |give me |let me know |say |i want |do you know |can i have )?(?:what (?:is |was |will be )?(?:it today|(?:the )?(?:current |exact )?(?:time|date|day|week|month|year|hour)\\b)|(?:the |today |current )*(?:time|date|day|hour)(?: (?:today|now|it is|is it|please|right now|current))*$|what day |what time is it|which (?:day|date)|day on|is (?:it|today) )(?!.*\\b(?:my|task|meeting|due|alarms?|appointment|list|schedule|calendar|event|reminder)\\b)",
  ),
];

/** Taking back, in its three kinds: the last deed, a completion, a deletion. */
const back: Rule[] = [
  rule(
    "undo",
    "^(?:undo|revert|rollback|roll back|reverse|take (?:that|it|this|those) back|put (?:it|that|them|everything|things) back(?: (?:the way|how|as|to how|like)\\b.*)?$|change (?:it|that|them) back)",
    {
      unless: /\b(?:un ?delete|trash|delet(?:ion|e) of|completion)\b/,
    },
  ),
  rule("restore", `^(?:restore|undelete|un delete|recover|untrash)\\b ?(?<what>.*)`),
  rule(
    "restore",
    "^(?:bring|get|put|take|pull|fetch|move|want|need)(?: me)? (?<what>.+?) (?:back(?: (?:from|out of|on|onto|to|in|into) .*)?|(?:out of|from) (?:the |my )?(?:trash|bin|deleted))$",
    {
      unless:
        /\bback (?:to|by|until|till|on) (?!(?:my|the|our) )|\bback (?:\d|an? |one|two|three)|\bout (?:of|from) (?!the (?:trash|bin))/,
      when: ({ date }) => !date,
    },
  ),
  rule("restore", "^(?:bring|get|put) back (?<what>.+)$"),
  rule("reopen", `^(?:reopen|re open|uncheck|untick|unmark|uncomplete|unfinish)\\b ?(?<what>.*)`),
  rule("reopen", `^(?:mark|set|make|turn|put) (?<what>.+?) (?:back )?(?:as |to |to be )?(?:being )?${UNDONE}$`),
  rule(
    "reopen",
    `^(?<what>.+?) (?:is|are|was|were) not (?:actually |really |in fact )?(?:${DONE})(?: yet| after all| though)*$`,
  ),
  rule(
    "reopen",
    `^${HERS} (?:have|did|do) not (?:actually |really |in fact )?(?:finish|finished|complete|completed|do|done) (?<what>.+?)(?: yet| after all| though)*$`,
  ),
];

const done: Rule[] = [
  rule(
    "complete",
    `^(?:mark|check|set|count|consider|move|put|turn|flag|call|tick) (?<what>.+?) (?:off )?(?:as |to |to be )?(?:being )?${DONE}(?: (?:on|in|from|off|of) .*)?$`,
  ),
  rule("complete", "^(?:check|tick|cross|mark) (?<what>(?!.*\\bcalendar\\b).+?) off(?: (?:of )?.*)?$"),
  rule("complete", "^(?:check|tick|cross|mark) off (?:of )?(?<what>.+)$"),
  rule("complete", "^(?:complete|finish|accomplish|finalise|finalize)\\b ?(?<what>.*)$", { unless: /^completely/ }),
  rule("complete", `^(?:${HERS} )?${ALREADY}(?:done|finished|through) (?:with )(?<what>.+)$`),
  rule(
    "complete",
    `^(?:${HERS} ${ALREADY}(?:did(?! not) )?|just |already |have )?(?:finished|completed|done|accomplished|wrapped up|handled|took care of|taken care of|crossed off|ticked off|dealt with) (?<what>.+)$`,
  ),
  rule(
    "complete",
    `^(?<what>(?!${ASKING.slice(1)}).+?) (?:is|are|has been|have been|was|were|got) ${ALREADY}(?:${DONE}|taken care of|dealt with|sorted)(?: now| already)?$`,
  ),
  rule(
    "complete",
    `^i ${ALREADY}(?<what>(?!not |missed |guessed )(?:[a-z]{2,}[^e]ed|bought|paid|sent|made|took|went|got|wrote|met|read|fed|cut|swept|hung|drove|ran|sold|told|gave|built|brought|found|picked)\\b .+)$`,
    {
      unless:
        /^i (?:have |had |just )?(?:wanted|needed|liked|asked|tried|forgot|used to|added|listed|scheduled|planned|moved|changed|set|got to|supposed)/,
    },
  ),
];

const taking: Rule[] = [
  rule("offer", "^(?:we|i) (?:are|am) (?:out of|low on|running out of|running low on) (?<what>.+)$"),
  rule(
    "unset",
    "^(?:remove|clear|delete|drop|take away|cancel|unset|strip|take) (?:off )?(?:the |its |their |any )?(?:due )?(?<field>date|day|time|deadline|due date|priority|tags?|repeat|repetition|recurrence|notes?|description) (?:from|of|on|off|for) (?<what>.+)$",
    {
      unless: /\bnotes? (?:from|on) (?:my|the) (?:list|calendar|to do)/,
    },
  ),
  rule("unset", "^(?:stop|quit) (?<field>repeating) (?<what>.+)$"),
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
    `^(?:take|cross|edit|scratch|throw|pull|strike|knock|get|move|keep|rearrange|wipe) (?<what>.+?) (?:off|out|away|from|to (?:the )?(?:trash|bin))(?: of)?\\b(?: .*)?$`,
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
  rule("delete", `^(?<what>.+?) (?:is|are) (?:not (?:needed|necessary|happening|on)|cancell?ed|called off)(?: .*)?$`, {
    unless: new RegExp(ASKING),
  }),
  rule(
    "delete",
    "^(?:the |my )?(?:list|calendar|schedule) (?:should|must|does) not (?:contain|have|include|need) (?<what>.+)$",
  ),
];

const changing: Rule[] = [
  rule("rename", `^(?:rename|retitle|reword|rephrase) (?<what>.+?) ${TO} (?<title>.+)$`),
  rule(
    "rename",
    `^(?:change|edit|update|correct|set|fix) (?:the )?(?:title|name|wording|text) (?:of |on |for )?(?<what>.+?) (?:to|into|as) (?<title>.+)$`,
  ),
  rule(
    "rename",
    "^(?:call|name|title) (?<what>it|that|this|the (?:first|second|third|last|other|new) one) (?<title>.+)$",
  ),
  rule("rename", "^(?<what>it|that|this) should (?:be called|say|read|be named) (?<title>.+)$"),
  rule("tag", `^(?:tag|label|categori[sz]e|file|classify) (?<what>.+?) (?:as|with|under|for) (?<tag>.+)$`),
  rule(
    "tag",
    "^(?:tag|label) (?<what>it|that|this|them|those|these|all of (?:them|those)|both|everything) (?<tag>.+)$",
  ),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach|use) (?:the )?(?:tags?|labels?) (?<tag>.+?) (?:to|on|onto|for) (?<what>.+)$",
  ),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach) (?:the |a )?(?<tag>#\\S+)(?: tag| label)? (?:to|on|onto) (?<what>(?!my list).+)$",
  ),
  rule(
    "tag",
    "^(?:add|put|apply|give|attach) (?:the |a )?(?<tag>\\S+(?: \\S+)?) (?:tag|label) (?:to|on|onto) (?<what>.+)$",
  ),
  rule(
    "describe",
    "^(?:add|put|write|attach|leave|make)(?: a| the| this| another)? (?:note|description|comment|details?|memo) (?:to|on|for|in|about) (?<what>.+?)(?: ,)? (?:saying|that says|which says|to say|that|reading) (?<note>.+)$",
  ),
  rule("describe", "^(?:describe|annotate) (?<what>.+?) (?:as|with) (?<note>.+)$"),
  rule(
    "describe",
    "^(?:set|change|update|edit) (?:the )?(?:notes?|description|details?) (?:of|on|for) (?<what>.+?) to (?<note>.+)$",
  ),
  rule("rank", `^(?:prioriti[sz]e) (?<what>.+?)(?: (?:as|to) ${LEVEL}(?: priority)?)?$`),
  rule(
    "rank",
    `^(?<raise>raise|increase|lower|decrease|reduce|set|change|update|make|bump|up) (?:up )?(?:the )?priority (?:of|for|on) (?<what>.+?)(?: (?:to|as) (?:a )?${LEVEL}(?: priority)?)?$`,
  ),
  rule(
    "rank",
    `^(?:make|mark|set|flag|move|change|bump|raise|lower|put|give|label|treat|turn) (?<what>.+?)(?: up| down)? (?:as |to |with |at |a |an |be |is )*(?:${LEVEL})(?: priority)?(?: one| task)?$`,
  ),
  rule(
    "rank",
    `^(?<what>.+?) (?:is|are|has|have|should be|should have) (?:a |an |now |really |very )*(?<level>urgent|important|critical|(?:high|top|low|medium|no) priority)$`,
    { unless: new RegExp(ASKING) },
  ),
  rule("rank", `^(?:(?<level>high|top|low|medium|no) priority) (?:for|on) (?<what>.+)$`),
  rule("change", `^(?:put|hold) off (?<what>.+)$`),
  rule("change", `^(?:put|hold) (?<what>.+?) off(?: (?<to>(?:until|till|to|for|by) .+))?$`),
  rule("change", `^(?:${w.move}|bring|pull)(?: back| forward| up| off| out| on| over)*(?: |$)(?<what>.*)$`, {
    unless: /^(?:bring|pull)(?! (?:.* )?forward)|^(?:push|move|switch|shift) (?:on|over)$|^switch (?:on|off|over)/,
  }),
  rule(
    "change",
    "^(?:make|set|get|have|repeat|change) (?<what>.+?) (?:to )?(?:repeat|recur|repeating|recurring|happen)\\b ?(?<to>.*)$",
    { when: dated },
  ),
  rule("change", "^repeat (?<what>.+)$", { when: dated }),
  rule("change", `^(?:${w.edit})(?: |$)(?<what>.*)$`, { unless: /^(?:update|fill) me\b/ }),
  rule(
    "change",
    `^(?:make|set|put|schedule|have|give) (?<what>(?:it|that|this|them|those|these|all of (?:them|those|it)|both|everything|(?:the|my) (?!(?:an? )?(?:reminder|alarm|alert|timer)).+?)) (?:(?:be )?due )?(?<to>(?:for|to|on|at|in|by|due|until|from|a|the|every|each|next|this|later|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekly|daily|monthly|yearly|\\d).*)$`,
    {
      when: dated,
      unless: new RegExp(`\\b(?:on|to|in) (?:my|the|our) (?:\\w+ ){0,3}${w.list}\\b`),
    },
  ),
  rule("change", `^(?:make|set|put) (?<what>it|that|this|them|those|these|both)(?= )(?<to> .+)$`, { when: dated }),
  rule(
    "change",
    `^(?<what>.+?) (?:should|needs?(?: to)?|has to|have to|must|is to|can) (?:be |go )?(?:on|at|by|due|moved|rescheduled|pushed|postponed|changed|happen|delayed)\\b ?(?<to>.*)$`,
    {
      when: dated,
      unless: new RegExp(`${ASKING}|\\b${w.list}\\b`),
    },
  ),
  rule(
    "change",
    `^(?<what>.+?) (?:is|are|was|got) (?:now |been )?(?:moved|rescheduled|postponed|pushed|delayed|due)\\b ?(?<to>.*)$`,
    { when: dated, unless: new RegExp(ASKING) },
  ),
];

const adding: Rule[] = [
  rule(
    "add",
    "^(?:and |please )?(?:do not|never) (?:let me |let us )?forget(?: to remind me| to)?(?: about| that)?(?: of| to| about)? ?(?<what>.*)$",
  ),
  rule(
    "add",
    "^(?:re ?mind|remember|alert|notify|ping|nudge|warn|tell|prompt|poke)(?: me| us)(?= (?:to|in|at|on|about|every|each|tomorrow|tonight|later|again|before|after|when|next|this|that|for|if|by|the|please|daily|weekly|i|one|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d)|$)(?<what>.*)$",
    {
      unless:
        /^(?:remind|tell|alert|notify) (?:me|us) (?:of |about |again )?(?:what|which|who|how|when (?:is|are|do|does)|where)|^remind (?:me|us) of (?:the|my|all|any)\b(?!.*\b(?:on|at|tomorrow|today|tonight|in \d|next)\b)|^tell (?:me|us) (?!(?:to|when it)\b)|^remind (?:me|us) (?:the|my) |\bon my to do list$/,
    },
  ),
  rule("add", "^(?:remind|remember)(?: to| that| about)?(?= )(?<what> .+)$", {
    unless: /^remind (?:me|us) |^remember (?:what|when|the last|how)/,
  }),
  rule(
    "add",
    `^${HERS} (?:would like|want|need|have)(?: to be)? (?:reminded|alerted|notified|woken)(?: up)?(?: to| about| of| that| when)? ?(?<what>.*)$`,
  ),
  rule("add", "^(?:wake|get)(?: me| us) (?:up )?(?<what>.*)$", { when: dated }),
  rule("add", "^wake (?:me|us) up$"),
  rule("add", `^${w.add}(?: |$)(?<what>.*)$`),
  rule("add", `^(?:new|another|extra) (?:${w.item}|list)\\b(?: to| called| named| ,)?(?<what>.*)$`),
  rule("add", "^(?:to do|task|reminder|note to self|note|memo)(?: to| ,)? (?<what>.+)$", {
    unless: /\blists?\b|^(?:to do|task) (?:for|on|in) /,
  }),
  rule(
    "add",
    `^(?:${w.create}|give me|have|get me|put on|put|book me|make me|set me|set me up|turn on|mark|keep|start|produce|leave|write|take)(?: up)?(?: me| us| in| down| with)?(?: an?| another| one| the| my| new| this| some| following| yet| up| more| separate| wake| weekly| daily| monthly| recurring| repeating| work| calendar| quick)* (?:(?:(?!to|on|for|in|at|off|of|as)\\S+) ){0,3}?(?<what>(?:${w.item}|lists?|calls?|timers?)\\b.*)$`,
    {
      unless: new RegExp(
        `^(?:make|set|start|plan|fix|keep|mark|leave|have|give|get|put|take) .*\\b(?:high|low|top) priority$|^(?:mark|put|keep|have|get|leave|take|write) (?!.*\\b(?:to|on|in|at|for|down)\\b)|^(?:make|start|create|write) (?!.*\\b(?:${w.item}|list)\\b)`,
      ),
    },
  ),
  rule(
    "add",
    `^(?!write (?:me|us|an?) )(?:${w.put}|mark|flag|keep|drop|post|squeeze|place)(?: down| up| in| on)? (?<what>.*)$`,
    {
      when: about,
      unless:
        /^(?:list|track|get|book|open)\b(?: out| off| all| me| the| my| our| every| each| any| items| what| everything| down)*(?: (?:items?|tasks?|things?|contents?|to dos?|reminders?|events?|appointments?|meetings?|chores|lists?)\b| (?:on|in) )|^(?:list|get|track) (?:out|all|me|the|my|what|everything|every|items|it|them|back|each|pending|upcoming|overdue|due)|^(?:list|track) (?!.*\b(?:on|to|in|onto) (?:my|the|our|a)\b)|^open\b/,
    },
  ),
  rule(
    "add",
    `^(?:schedule|book|plan|arrange|organi[sz]e|pencil in|set up|put in|set aside|reserve|block) (?<what>.+)$`,
    { when: dated },
  ),
  rule("add", `^schedule (?<what>.+)$`),
  rule("add", `^(?!write (?:me|us) )(?:put|write|jot|note|mark|log|record)(?: down| in)? (?<what>.+)$`, {
    when: dated,
  }),
  rule("add", `^(?:note|write|jot)(?: down)? (?:that |to |this )?(?<what>.+)$`),
  rule("add", `^how about (?:adding )?(?<what>(?:an? )?(?:${w.item}|.*\\blist\\b).*)$`),
];

const passive: Rule[] = [
  rule(
    "add",
    `^(?:${HERS} )?(?:would like|want|need|have|must have|get|make sure|ensure|see(?: to it)?|be sure)?(?: that| to have| to see| to get| to be| a| an)* ?(?<what>.+?) (?:(?:to be|get|gets|be|is|are|needs? to (?:be|go|get)(?: put)?|has to be|have to be|should (?:be|go)|must be|ought to be|go(?:es)?|put)(?: |$))?(?:${w.added})?(?: down| up| in)? ?(?<rest>(?:to|on|onto|in|into|as) (?:my|the|our|a|this) .*)$`,
    {
      unless: new RegExp(
        `${ASKING}|\\b${w.removed}\\b|^${w.show}\\b|^(?:my|the|today|all|tomorrow)\\b(?!.* (?:needs?|should|must|has|ought|goes|have)\\b)|^(?:list|lists|reminders?|to dos?|tasks?|things?|events?|meetings?|everything|anything|on|in) |\\b(?:looks? like|is what|are what)\\b|^(?:i|we) (?:did|had|would like to (?:hear|know|see)|want to (?:hear|know|see)|have what)`,
      ),
      when: about,
    },
  ),
  rule(
    "add",
    `^(?:${HERS} )?(?:would like|want|need|have)?(?: to have| a| an)* ?(?<what>.+?) (?:to be |needs? to be |has to be |should be |must be |be |gets? |is )?${w.added}(?: .*)?$`,
    {
      when: aboutOrDated,
      unless: new RegExp(`${ASKING}|^${w.show}\\b`),
    },
  ),
  rule(
    "delete",
    `^(?:${HERS} )?(?:would like|want|need|have|make sure|ensure)?(?: that| to have| to see| a| an)* ?(?<what>.+?) (?:to be |needs? to be |has to be |should be |must be |be |gets? |is |are )?${w.removed}(?: .*)?$`,
    {
      unless: new RegExp(
        `${ASKING}|^${w.show}\\b|^i (?:have )?(?:just |already )?(?:deleted|removed|cleared|cancell?ed)`,
      ),
    },
  ),
  rule(
    "complete",
    `^(?:${HERS} )?(?:would like|want|need|have)?(?: to have)* ?(?<what>.+?) (?:to be |needs? to be |should be |can be |be )(?:${w.completed}|marked (?:as )?done)(?: .*)?$`,
    { when: about },
  ),
  rule(
    "change",
    `^(?:${HERS} )?(?:would like|want|need|have)(?: to have)* ?(?<what>.+?) (?:to be |be )?${w.moved}(?: (?<to>.*))?$`,
  ),
];

const asking: Rule[] = [
  rule("show", "^(?:my |the )?(?:list|reminders?|to dos?|tasks?|agenda|schedule|calendar|lists)\\b"),
  rule("show", ASKING, { when: about }),
  rule(
    "show",
    "^(?:what|which|anything|any|how (?:many|much|is|does|busy|full|booked)|in|are there|is there|was there|were there|when (?:am|do|is|are|was|were|will|should)|where|who|is|are)\\b.*\\b(?:i|me|my|we|our|us)\\b",
    {
      when: aboutOrDated,
    },
  ),
  rule("show", "^(?:do|did|am|have|will|are|were|was) (?:i|we|you)\\b.*", { when: aboutOrDated }),
  rule("show", "^(?:do|did) (?:i|we) (?:have|need|want|put|add|already)\\b.*"),
  rule(
    "show",
    "^(?:what is|what are|what do i|what have i|what am i|what did i|what should i|what has|what else|what was|what were|is there|are there|anything|any|who|how is|how does) .*",
    { when: dated, unless: /\b(?:news|weather|stock|stocks|market|world|score|game|traffic)\b/ },
  ),
  rule(
    "show",
    "^what (?:is|do i have|have i got) (?:on|up|next|left|new|first|else|there|to do|going on|happening|planned)\\b(?: (?:for )?(?:me|today|now|next|to do|then))*$",
  ),
  rule(
    "show",
    "^what (?:do i|should i|am i|can i|must i|have i|did i|was i|were)\\b.* (?:do|buy|get|need|shop|shopping|shop for|doing|remember|to do|tackle|work on|left|next|first|forget|on|put|done|finish|complete|start)\\b.*$",
  ),
  rule("show", "^when (?:is|are|was|were|will|do i|am i|does) (?:my|the|our|that|this|next|it|i)\\b ?(?<what>.*)$"),
  rule("show", "^what time (?:is|are|does|do|will) (?:my|the|our|that|i)\\b.*$"),
  rule(
    "show",
    "^(?:how many|what|which)\\b.*\\b(?:are|is|left|remain|remaining|done|tagged|completed|finished|priority)\\b.*$",
    { when: about },
  ),
  rule("show", `^(?:is|are|was|were|have (?:i|we)|did (?:i|we)) .*\\b(?:${DONE}|finish|complete)$`),
  rule(
    "show",
    `^(?:what|which)(?: (?:tasks|things|ones))?(?: (?:have|did|has|had|are|is|were|was|i|we|been|already|just))* (?:${DONE}|finish|complete|do|deleted|tick off)\\b.*$`,
  ),
  rule("show", "^(?:which|what) (?:ones|of (?:them|those|these|my))\\b.*$"),
  rule("show", "^(?:is|are|was) (?:it|that|this|those|they|there)\\b.*$", { when: aboutOrDated }),
];

const showing: Rule[] = [
  rule("show", `^(?:${w.show})\\b(?: |$)(?<what>.*)$`, {
    when: aboutOrDated,
    unless:
      /\b(?:news|weather|stocks?|market|voicemails?|contacts?|books?|movies?|restaurants?|prices?|coupons?|score|recipes?|photos?|videos?|articles?|local|real estate)\b/,
  }),
  rule(
    "show",
    `^(?:show|list|tell|give|read|display|see|find|search|look for|search for|look up|check|pull up)(?: me| us| out| off| back| up)*(?: for)? (?<what>(?:it|them|those|these|that|this|all|everything|more|the rest|my|our|the ones?|what is (?:left|next|new|on|there|up)|what i (?:have|need|should|got|must))\\b.*)$`,
    {
      unless: /\b(?:voicemails?|contacts?|phone|account|bank|email|photos?|address|screen|balance|bill)\b/,
    },
  ),
  rule("show", `^(?:find|search|search for|look for|show me|show) (?<what>(?:the |my |a )?\\S+(?: \\S+){0,3})$`, {
    unless: /\b(?:articles?|news|videos?|examples?|top|best|restaurants?|cool|images?)\b/,
  }),
  rule(
    "show",
    "^(?:everything|anything|all|all of it|more|what else|the rest)(?: (?:today|tomorrow|overdue|due|left|open|please).*)?$",
  ),
];

const stating: Rule[] = [
  rule(
    "show",
    `^(?:(?:my|the|our|all|any|any other|latest|next|upcoming|current|pending|overdue|open|today|tomorrow|this week|weekly|daily|completed|on|next week|reminders|tasks|events|meetings|to dos|lists?) ?)+(?<what>.*)$`,
    {
      when: about,
      unless: new RegExp(`\\b(?:needs?|should|must|has to|have to|add|remove|put)\\b|^on ${w.weekday}`),
    },
  ),
  rule(
    "show",
    "^(?:i|we) (?:would like|want|need|have|must|got|wonder|wanted|am wondering|should)\\b(?: to)? (?:know|hear|see|check|remember|what|my|view|review|if|whether|get|some|look)\\b ?(?<what>.*)$",
    {
      when: aboutOrDated,
      unless:
        /^(?:i|we) (?:need|have|got|must|want|should|would like)(?: to)? (?:see|check|get|review|look|remember|some)\\b/,
    },
  ),
  rule(
    "show",
    "^(?:i|we) (?:would like|want|need|wonder|wanted) (?:to (?:know|hear|see|check|go over|look|remember)|my|what|if|whether)\\b ?(?<what>.*)$",
    { when: about },
  ),
  rule(
    "add",
    `^(?:i|we) (?:would like|want|need|could use)(?: to (?:have|get|make|set|create|plan|schedule|book|add|set up))? (?:an?|another|my|the|some|one)? ?(?:\\S+ ){0,2}?(?<what>(?:${w.item}|lists?)\\b.*)$`,
    { unless: /\b(?:was|were|is|are|looks?)\b|\b(?:do|know|read|hear|see|check)\b/ },
  ),
  rule(
    "add",
    "^(?:i|we) (?:need|have|must|got|should|want|ought|am supposed|am going|will|am|would like|plan|intend|are|have got|am planning|am meant)(?: to)? (?<what>.+)$",
    {
      when: dated,
      unless: /\b(?:find|know|look up|information|help|how|why|laptop|phone)\b/,
    },
  ),
  rule("offer", "^(?:i|we) (?:need|have|must|got|should|want|ought|have got|am supposed|plan)(?: to)? (?<what>.+)$", {
    unless:
      /^(?:i|we) (?:need|want|have|would like)(?: to)? (?:find|know|look|learn|understand|hear|say|see|help|you|that|it|a question|no|not|talk|upgrade|renew|be|what|information)\b/,
  }),
  rule(
    "add",
    "^(?<what>(?!(?:write (?:me|us)|what|which|who|when|where|why|how|is|are|do|does|did|can|could|will|would|should|tell|show|give|find|look|search|play|check|turn|open|read|send|get me|let me|stop|start|i am|it is|that|this|there|set|make|put|mark|has|was|were|if|yes|no)\\b).+)$",
    {
      when: dated,
      unless:
        /\b(?:news|weather|stocks?|market|score|game|war|movies?|price|prices|traffic|flight status|is|are|was|were|happened|will|would|did|does)\b/,
    },
  ),
  rule("offer", `^(?<what>${w.chore} .+)$`, {
    unless:
      /^do (?:i|you|we|they|the|not)\b|\b(?:website|browser|wikipedia|internet|phone|text|app|status|wifi|news|voicemail|again|once more|one more time)\b|^(?:ask|see|check|do) |^(?:read|send|make|open|check|change|learn|review|write|print|reply|tell|get|sign|ask|go|start|run|study|update) (?:text|me)\b/,
  }),
];

/** The grammar: tried from the top, the first rule that fits decides. */
export const GRAMMAR: Rule[] = [
  ...talk,
  ...back,
  ...done,
  ...taking,
  ...changing.filter(({ sense }) => sense !== "change"),
  ...asking.slice(1),
  ...adding.slice(0, 6),
  ...changing.filter(({ sense }) => sense === "change"),
  ...adding.slice(6),
  ...showing,
  ...passive,
  ...asking.slice(0, 1),
  ...stating,
];
