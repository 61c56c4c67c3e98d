import type { Wanted } from "./kit";

/** What every conversation begins with; days count from today. */
export const seed: Array<Wanted & { title: string; state?: "done" | "trash" }> = [
  { title: "Dentist appointment", due: 2, time: "10:00", tags: ["family"] },
  { title: "Return the library books", due: -2, tags: ["errands"] },
  { title: "Send the landlord the meter photo", due: -1, tags: ["home"], priority: "high" },
  { title: "Write the discussion section", due: 0, tags: ["thesis"] },
  { title: "Water the ferns", due: 0, tags: ["home"], repeat: "FREQ=DAILY;INTERVAL=3" },
  { title: "Buy oat milk", due: 0, tags: ["errands"] },
  { title: "Buy stamps", tags: ["errands"] },
  { title: "Call mum", due: 1, tags: ["family"] },
  { title: "Call the bank", due: 3 },
  { title: "Quarterly report", due: 4, tags: ["work"], priority: "medium" },
  { title: "Book the flights", due: 9 },
  { title: "Pay the electricity bill", due: 6, tags: ["home"] },
  { title: "Reply to Ines", tags: ["family"], state: "done" },
  { title: "Renew the passport", state: "done" },
  { title: "Old receipts", state: "trash" },
  { title: "Gym membership", state: "trash" },
];
