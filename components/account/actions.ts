"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { currentToken, currentUser } from "@/auth";
import { auth } from "@/auth/better-auth";
import { withSessionCookie } from "@/auth/cookies";
import type { Answer } from "@/components/account/answer";
import { attempt, attemptForm, refused } from "@/components/account/attempt";
import { pathAfter } from "@/components/account/local-path";
import { refusal, signedOut } from "@/components/shell/answer";
import { one } from "@/db/fields";
import * as sessions from "@/db/sessions";
import * as users from "@/db/users";

/** Makes the account, or says nothing about there being one. Only signing in shows whether it was made. */
export async function signUp(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    const body = { ...users.placeInput.parse(fields(form)), ...text(form, "name", "email", "password") };
    await auth().api.signUpEmail({ body, headers: await ownHeaders() });
    return { ok: true };
  });
}

export async function signIn(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, enter);
}

/** Signs in where one is, for a session that has ended; says who that is by now. */
export async function signInAgain(sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    const { user } = await auth().api.signInEmail({
      body: text(form, "email", "password"),
      headers: await ownHeaders(),
    });
    return { ok: true, userId: user.id };
  });
}

/** Lets a visitor in without an account. */
export async function tryIt(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    if (!(await currentUser())) {
      const body = users.placeInput.parse(fields(form)) as never; // its type does not know that our hook reads it
      await auth().api.signInAnonymous({ body, headers: await ownHeaders() });
    }
    redirect(welcome("/today"));
  });
}

/** Answers alike whether there is such an account. */
export async function askForReset(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    await auth().api.requestPasswordReset({ body: text(form, "email"), headers: await ownHeaders() });
    return { ok: true, message: "If there’s an account with this address, its reset link is now in the server log." };
  });
}

export async function resetPassword(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    await auth().api.resetPassword({ body: text(form, "token", "newPassword"), headers: await ownHeaders() });
    redirect("/sign-in");
  });
}

export async function changeProfile(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    const user = await currentUser();
    if (!user) return signedOut;
    const parsed = users.changeInput.safeParse(edited(form));
    if (!parsed.success) return { ...refusal(parsed.error), message: "Check the highlighted fields." };
    await users.change(user.id, parsed.data);
    refresh();
    return { ok: true, message: "Saved." };
  });
}

/** Every other session of theirs ends. */
export async function changePassword(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    if (!(await currentUser())) return signedOut;
    const body = text(form, "currentPassword", "newPassword");
    await auth().api.changePassword({ body, headers: await ownHeaders() });
    refresh();
    return { ok: true, message: "Password changed. You’re signed out everywhere else." };
  });
}

export async function endSession(input: z.input<typeof one>): Promise<Answer> {
  return attempt(async () => {
    const user = await currentUser();
    if (!user) return signedOut;
    const parsed = one.safeParse(input);
    if (!parsed.success) return refusal(parsed.error);
    await sessions.end(user.id, parsed.data);
    refresh();
    return { ok: true };
  });
}

export async function endOtherSessions(): Promise<Answer> {
  return attempt(async () => {
    const user = await currentUser();
    if (!user) return signedOut;
    await sessions.endOthers(user.id, { token: (await currentToken()) ?? "" });
    refresh();
    return { ok: true };
  });
}

/**
 * Removes everything of theirs. An account is confirmed by its password; a guest, who has none, by the word. The browser leaves by
 * itself then: led elsewhere by an action it would load no document, and keep what it knows.
 */
export async function erase(_: Answer, sent: FormData): Promise<Answer> {
  return attemptForm(sent, async (form) => {
    const user = await currentUser();
    if (!user) return signedOut;
    if (!user.isAnonymous) {
      await auth().api.verifyPassword({ body: text(form, "password"), headers: await ownHeaders() });
    } else if (text(form, "word").word.trim().toLowerCase() !== "delete") {
      return refused("word", "Type “delete” to confirm.");
    }
    await users.erase(user.id);
    await auth().api.signOut({ headers: await ownHeaders() });
    return { ok: true };
  });
}

async function enter(form: FormData): Promise<Answer> {
  await auth().api.signInEmail({ body: text(form, "email", "password"), headers: await ownHeaders() });
  // The page's address is there whenever the form is, with or without scripts. A field for it would come later.
  redirect(welcome(pathAfter((await headers()).get("referer"))));
}

/** By way of the route that looks whether the browser keeps our cookie. */
const welcome = (next: Route) => `/welcome?next=${encodeURIComponent(next)}` as Route;

const ownHeaders = async () => withSessionCookie(await headers());

const fields = (form: FormData) => Object.fromEntries(form);

/** The fields that differ from what the page had shown ("was name"): a page that is out of date writes over nothing else. */
const edited = (form: FormData) =>
  Object.fromEntries(
    [...form].filter(([name, value]) => !name.startsWith("was ") && form.get(`was ${name}`) !== value),
  );

/** These fields as text, empty where they are missing: a client may post anything to an action. */
function text<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string> {
  const pairs = names.map((name) => [name, typeof form.get(name) === "string" ? form.get(name) : ""]);
  return Object.fromEntries(pairs);
}
