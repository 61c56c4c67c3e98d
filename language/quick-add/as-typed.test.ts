import { describe, expect, test } from "vitest";
import { understood, wednesday } from "../testing-lines";

const LINES: Record<string, Array<[line: string, task: string]>> = {
  "times as people type them": [
    ["flat viewing sat 11.30", "flat viewing | 2026-11-21 | 11:30"],
    ["tomorrow 7.30 gym", "gym | 2026-11-19 | 07:30"],
    ["vet saturday 10", "vet | 2026-11-21 | 10:00"],
    ["parkrun every saturday 9", "parkrun | 2026-11-21 | 09:00 | FREQ=WEEKLY;BYDAY=SA"],
    ["monday 3 eggs for the cake", "monday 3 eggs for the cake"],
    ["call plumber mon am", "call plumber | 2026-11-23 | 09:00"],
    ["call plumber tomorrow pm", "call plumber | 2026-11-19 | 15:00"],
    ["email landlord later today", "email landlord | 2026-11-18"],
    ["gas bill due 28.11.", "gas bill | 2026-11-28"],
    ["launch 30th", "launch | 2026-11-30"],
    ["plan Tom's 30th", "plan Tom's 30th"],
    ["meet at 5th and 30th", "meet at 5th and 30th"],
    ["gp 1.12. 14:00", "gp | 2026-12-01 | 14:00"],
    ["pay 12.50 friday", "pay 12.50 | 2026-11-20"],
    ["call at 10.30", "call | 2026-11-19 | 10:30"],
    ["meet Jan 5pm", "meet Jan | 2026-11-18 | 17:00"],
    ["leave 1/12-5/12", "leave | 2026-12-01"],
    ["early next week call Jo", "call Jo | 2026-11-23"],
    ["in the evening on 3 december call Jo", "call Jo | 2026-12-03 | 18:00"],
    ["journal everyday 9pm", "journal | 2026-11-18 | 21:00 | FREQ=DAILY"],
    ["rent monthly 1st", "rent | 2026-12-01 | FREQ=MONTHLY;BYMONTHDAY=1"],
    ["cleaner every mon 9-11", "cleaner | 2026-11-23 | 09:00 | FREQ=WEEKLY;BYDAY=MO"],
    ["lesson every wed 4.30", "lesson | 2026-11-18 | 16:30 | FREQ=WEEKLY;BYDAY=WE"],
    ["every monday 3 pages", "3 pages | 2026-11-23 | FREQ=WEEKLY;BYDAY=MO"],
    ["every day pills at 8am and 8pm", "pills and 8pm | 2026-11-19 | 08:00 | FREQ=DAILY"],
    ["spanish class wed 7-8pm", "spanish class | 2026-11-25 | 19:00"],
    ["w/c 7 dec wrap up the project", "wrap up the project | 2026-12-07"],
    ["plant bulbs by end november", "plant bulbs | 2026-11-30"],
    ["call Jo friday next", "call Jo | 2026-11-27"],
    ["in a weeks time call Jo", "call Jo | 2026-11-25"],
    ["plan two weekends away", "plan two weekends away"],
    ["gym weekends 10am", "gym | 2026-11-21 | 10:00 | FREQ=WEEKLY;BYDAY=SA,SU"],
  ],
  "several weekdays are each week's, since no single task is due on them all": [
    ["gym mon wed fri 7am", "gym | 2026-11-20 | 07:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["gym mon/wed/fri", "gym | 2026-11-18 | FREQ=WEEKLY;BYDAY=MO,WE,FR"],
    ["swim tuesdays and thursdays", "swim | 2026-11-19 | FREQ=WEEKLY;BYDAY=TU,TH"],
    ["piano lesson thursdays at 4", "piano lesson | 2026-11-19 | 16:00 | FREQ=WEEKLY;BYDAY=TH"],
    ["parcel from the baker weds", "parcel from the baker | 2026-11-25"],
    ["conference mon-wed", "conference | 2026-11-23"],
    ["read Tuesdays with Morrie", "read Tuesdays with Morrie"],
  ],
  "what a day leaves behind": [
    ["Submit expenses by Friday !!1", "Submit expenses !!1 | 2026-11-20"],
    ["rent tomorrow, call", "rent, call | 2026-11-19"],
    ["call Jo tomorrow :)", "call Jo :) | 2026-11-19"],
    ["call Jo tomorrow!", "call Jo! | 2026-11-19"],
  ],
  "names beside a day": [
    ["lunch with June on friday", "lunch with June | 2026-11-20"],
    ["parents evening thursday 6:30", "parents evening | 2026-11-19 | 18:30"],
    ["movie night 3 dec", "movie night | 2026-12-03"],
    ["Q3 review by end of month", "Q3 review | 2026-11-30"],
    ["[tomorrow] call bank", "call bank | 2026-11-19"],
  ],
};

describe.each(Object.entries(LINES))("%s", (_, lines) => {
  test.each(lines)("%s", (line, task) => {
    expect(understood(line, wednesday)).toBe(task);
  });
});
