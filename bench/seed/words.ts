import { pick, pickEarly } from "@/bench/seed/chance";

/** The commonest first: `pickEarly` takes the first of these in one title of six, the last ones once in a few hundred. */
const verbs = words(`
  call buy send write book check pay read clean plan fix order return print renew water prepare collect cancel sort review finish
  answer ask bring compare draft file install measure move pack paint pick practise repair replace research schedule sell sharpen
  sketch sweep test translate update wash weigh wrap
`);
const things = words(`
  milk dentist rent report library-books invoice garden passport bike car-insurance birthday-present meeting-notes photos kitchen
  train-tickets laundry chapter-four ferns landlord tax-return piano-lesson school-form bread lemons newsletter curtains router
  heating-bill cellar visa slides interview apples running-shoes guest-room fridge vaccination allotment choir-score tent raincoat
  workshop survey-data balcony recipe printer-ink bookcase will canoe telescope beehive greenhouse violin-strings darkroom
  lighthouse-tour accordion kiln origami-paper sextant harpsichord marmalade
`);
const people = words(
  "mum Nora Maren Ada Tom Ines Jonas Priya Chidi Wei the-plumber the-bank grandma the-neighbours Okonkwo Szymborska",
);
const ends = ["", "", "", "for the week", "before the weekend", "again", "at last", "on the way home", "this month"];

function words(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("-", " "));
}

/** A title as people write them: common words in many, rare ones in few, now and then a number that no other has. */
export function title(random: () => number): string {
  const verb = pickEarly(random, verbs);
  const parts = [verb.charAt(0).toUpperCase() + verb.slice(1), "the", pickEarly(random, things)];
  if (random() < 0.3) parts.push("for", pickEarly(random, people));
  if (random() < 0.05) parts.push(`no. ${Math.floor(random() * 900_000) + 100_000}`);
  parts.push(pick(random, ends));
  return parts.filter(Boolean).join(" ");
}

/** One to four sentences. */
export function description(random: () => number): string {
  const sentences = Array.from({ length: Math.ceil(random() * 4) }, () => `${title(random)}.`);
  return sentences.join(" ");
}
