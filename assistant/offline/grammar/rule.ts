/** What the grammar may ask about a clause beyond its words. */
export type Evidence = {
  /** It speaks of a list, tasks, a calendar and the like. */
  topic: boolean;
  /** `language/` finds a day, a time or a repetition in it that is still to come. */
  date: boolean;
};

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
  | "relabel"
  | "recolour"
  | "nest"
  | "unnest"
  | "restore"
  | "skip"
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

/** A rule out of the source of its pattern. */
export const rule = (sense: Sense, pattern: string, more: Omit<Rule, "sense" | "pattern"> = {}): Rule => ({
  sense,
  pattern: new RegExp(pattern, "d"),
  ...more,
});

export const about = ({ topic }: Evidence) => topic;
export const aboutOrDated = (evidence: Evidence) => evidence.topic || evidence.date;
export const dated = ({ date }: Evidence) => date;

export const DONE = "(?:done|complete|completed|finished|resolved|ticked off|checked off)";
export const UNDONE = `(?:not (?:yet )?${DONE}(?: yet)?|undone|incomplete|unfinished|uncompleted|pending|active|open(?: again)?)`;
export const LEVEL =
  "(?<level>(?:very |more |less )?(?:high|highest|top|urgent|important|critical|medium|normal|low|lowest|no)|p[1-4]|priority [1-4])";
export const HERS = "(?:i|we|you)";
export const ALREADY = "(?:just |already |now |finally |also |actually |have |had |am |are |all )*";
export const ASKING =
  "^(?:what|which|who|whose|when|where|why|how(?! about)|is|are|am|was|were|do(?! not)|does|did|has|had|have (?:i|we|you)|will|any|anything|should (?:i|we)|if)\\b";
export const TO = "(?:to|as|into|with)";
