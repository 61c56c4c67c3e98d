import { clocks } from "./clocks";
import { compose } from "./compose";
import { counted } from "./counted";
import { calendarDays } from "./days";
import { edges } from "./edges";
import { formats } from "./formats";
import { holidays } from "./holidays";
import { lengths } from "./lengths";
import { nths } from "./nth";
import { numbers } from "./numbers";
import { parts } from "./parts";
import { pastAndTo } from "./past-and-to";
import { quarters } from "./quarters";
import { ranges } from "./ranges";
import { relative } from "./relative";
import { repeats } from "./repeats";
import { Grammar } from "./rule-index";
import { seasons } from "./seasons";
import { zones } from "./zones";

/** All that the reader knows of how English speaks of time. */
export const english = new Grammar([
  ...numbers,
  ...lengths,
  ...calendarDays,
  ...formats,
  ...clocks,
  ...pastAndTo,
  ...zones,
  ...parts,
  ...relative,
  ...counted,
  ...nths,
  ...quarters,
  ...edges,
  ...seasons,
  ...holidays,
  ...compose,
  ...ranges,
  ...repeats,
]);
