import { adding } from "./grammar/adding";
import { asking } from "./grammar/asking";
import { completing } from "./grammar/completing";
import { deleting } from "./grammar/deleting";
import { editing, renaming } from "./grammar/editing";
import { labelling } from "./grammar/labelling";
import { moving } from "./grammar/moving";
import { nesting } from "./grammar/nesting";
import { refusing } from "./grammar/refusing";
import { reminding } from "./grammar/reminding";
import { restoring } from "./grammar/restoring";
import type { Rule } from "./grammar/rule";
import { showing } from "./grammar/showing";
import { skipping } from "./grammar/skipping";
import { stating } from "./grammar/stating";
import { talking } from "./grammar/talking";
import { undoing } from "./grammar/undoing";
import { wishing } from "./grammar/wishing";

/** The grammar: tried from the top, the first rule that fits a clause decides its sense. */
export const GRAMMAR: Rule[] = [
  ...refusing,
  ...talking,
  ...undoing,
  ...labelling,
  ...renaming,
  ...restoring,
  ...nesting,
  ...completing,
  ...skipping,
  ...deleting,
  ...editing,
  ...asking,
  ...reminding,
  ...moving,
  ...adding,
  ...showing,
  ...wishing,
  ...stating,
];
