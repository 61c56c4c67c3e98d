import { expect, type Page } from "@playwright/test";
import { jot, screen } from "@/e2e/screen";

/** The fields of the open task. */
export const fields = (page: Page) => {
  const { panel } = screen(page);
  return {
    title: panel.getByRole("textbox", { name: "Title", exact: true }),
    description: panel.getByRole("textbox", { name: "Description" }),
    time: panel.getByRole("textbox", { name: "Time" }),
    subtask: panel.getByRole("textbox", { name: "Add a subtask" }),
    tag: panel.getByRole("combobox", { name: "Tags" }),
  };
};

/** Opens a task’s panel. */
export async function open(page: Page, title = "Write report") {
  await screen(page).row(title).getByRole("link").click();
  await expect(page).toHaveURL(/task=/);
}

/** A task as the server has it. */
export async function saved(page: Page, title: string) {
  const { items } = await (await page.request.get("/api/v1/tasks?view=all")).json();
  return items.find((task: { title: string }) => task.title === title);
}

/** Makes two tasks on Today and opens one. */
export async function openTask(page: Page) {
  await page.goto("/today");
  for (const line of ["Write report today", "Call the bank today"]) await jot(page, line);
  await expect(screen(page).check("Call the bank")).toBeEnabled();
  await open(page);
}
