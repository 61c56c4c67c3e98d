"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentToken, currentUser, requireUser } from "@/auth";
import { auth } from "@/auth/better-auth";
import type { Answer } from "@/components/account/answer";
import { attempt, refused } from "@/components/account/attempt";
import { localPath } from "@/components/account/local-path";
import { one } from "@/db/fields";
import * as sessions from "@/db/sessions";
import * as users from "@/db/users";

/** Makes the account, or says nothing about there being one. Whether it was made shows to whoever signs in next. */
export async function signUp(_: Answer, form: FormData): Promise<Answer> {
  const body = { ...users.placeInput.parse(fields(form)), ...text(form, "name", "email", "password") };
  return attempt(async () => {
    await auth().api.signUpEmail({ body, headers: await headers() });
    return { ok: true };
  });
}

export async function signIn(_: Answer, form: FormData): Promise<Answer> {
  return attempt(() => enter(form));
}

/** Lets a visitor in without an account. */
export async function tryIt(_: Answer, form: FormData): Promise<Answer> {
  return attempt(async () => {
    if (!(await currentUser())) {
      const body = users.placeInput.parse(fields(form)) as never; // its type does not know that our hook reads it
      await auth().api.signInAnonymous({ body, headers: await headers() });
    }
    redirect("/today");
  });
}

/** A guest has no way back, so a guest does not sign out: they make an account, or leave for good. */
export async function signOut(): Promise<void> {
  const user = await currentUser();
  if (user?.isAnonymous) redirect("/settings#leave");
  await auth().api.signOut({ headers: await headers() });
  redirect("/goodbye");
}

/** Answers alike whether there is such an account. */
export async function askForReset(_: Answer, form: FormData): Promise<Answer> {
  return attempt(async () => {
    await auth().api.requestPasswordReset({ body: text(form, "email"), headers: await headers() });
    return { ok: true, message: "If there is an account with this address, its link stands in the server’s log now." };
  });
}

export async function resetPassword(_: Answer, form: FormData): Promise<Answer> {
  return attempt(async () => {
    await auth().api.resetPassword({ body: text(form, "token", "newPassword"), headers: await headers() });
    redirect("/sign-in");
  });
}

export async function changeProfile(_: Answer, form: FormData): Promise<Answer> {
  const { id } = await requireUser();
  const parsed = users.changeInput.safeParse(fields(form));
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return { ok: false, message: "Not saved: look at the marked fields.", errors };
  }
  return attempt(async () => {
    await users.change(id, parsed.data);
    refresh();
    return { ok: true, message: "Saved." };
  });
}

/** Every other session of theirs ends. */
export async function changePassword(_: Answer, form: FormData): Promise<Answer> {
  return attempt(async () => {
    await auth().api.changePassword({ body: text(form, "currentPassword", "newPassword"), headers: await headers() });
    refresh();
    return { ok: true, message: "Changed. You are signed out everywhere else." };
  });
}

export async function endSession(input: z.input<typeof one>): Promise<void> {
  const { id } = await requireUser();
  const parsed = one.safeParse(input);
  if (parsed.success) await sessions.end(id, parsed.data);
  refresh();
}

export async function endOtherSessions(): Promise<void> {
  const { id } = await requireUser();
  await sessions.endOthers(id, { token: (await currentToken()) ?? "" });
  refresh();
}

/** Removes everything of theirs. An account is confirmed by its password; a guest, who has none, by the word. */
export async function erase(_: Answer, form: FormData): Promise<Answer> {
  const user = await requireUser();
  return attempt(async () => {
    if (!user.isAnonymous) await auth().api.verifyPassword({ body: text(form, "password"), headers: await headers() });
    else if (text(form, "word").word.trim().toLowerCase() !== "delete") {
      return refused("word", "Type the word delete.");
    }
    await users.erase(user.id);
    await auth().api.signOut({ headers: await headers() });
    redirect("/goodbye");
  });
}

async function enter(form: FormData): Promise<Answer> {
  await auth().api.signInEmail({ body: text(form, "email", "password"), headers: await headers() });
  redirect(localPath(form.get("next")));
}

const fields = (form: FormData) => Object.fromEntries(form);

/** These fields as text, empty where they are missing: whoever posts to an action may send anything. */
function text<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string> {
  const pairs = names.map((name) => [name, typeof form.get(name) === "string" ? form.get(name) : ""]);
  return Object.fromEntries(pairs);
}
