"use client";

import { useOptimistic } from "react";
import { changeProfile } from "@/components/account/actions";
import { type Answer, fault } from "@/components/account/answer";
import { Choice } from "@/components/account/choice";
import { NameField } from "@/components/account/fields";
import type { Zone } from "@/components/account/find-zones";
import { Form } from "@/components/account/form";
import { TimeZoneField } from "@/components/account/time-zone-field";
import * as drafts from "@/components/shell/drafts";
import { FieldNote } from "@/components/shell/field-note";
import { OtherDrafts } from "@/components/shell/other-drafts";
import { useDraft } from "@/components/shell/use-draft";
import type { User } from "@/db/sessions";

const NAME = "settings name";

export function ProfileForm({ user, zones }: { user: User; zones: Zone[] }) {
  const isMonthFirst = user.locale === "en-US";
  const [name, showName] = useOptimistic(user.name);

  function saved(form: FormData) {
    const sent = String(form.get("name"));
    showName(sent); // until the page has been read again
    drafts.saved(NAME, sent);
  }

  return (
    <Form act={changeProfile} button="Save" busy="Saving…" onSaved={saved}>
      {(answer) => (
        <>
          {(["name", "timeZone", "weekStart", "locale"] as const).map((field) => (
            <input key={field} type="hidden" name={`was ${field}`} value={user[field]} />
          ))}
          {!user.isAnonymous && <OwnName answer={answer} name={name} />}
          <TimeZoneField zones={zones} value={user.timeZone} error={fault(answer, "timeZone")} />
          <Choice label="Week starts on" name="weekStart" defaultValue={String(user.weekStart)}>
            <option value="1">Monday</option>
            <option value="0">Sunday</option>
            <option value="6">Saturday</option>
          </Choice>
          <Choice label="Date format" name="locale" defaultValue={user.locale}>
            <option value={isMonthFirst ? "en-GB" : user.locale}>Day first: 5/6 is 5 June</option>
            <option value="en-US">Month first: 5/6 is May 6</option>
          </Choice>
        </>
      )}
    </Form>
  );
}

/** What is typed is a draft until it is saved. */
function OwnName({ answer, name }: { answer: Answer; name: string }) {
  const [draft, put, isFound] = useDraft(NAME);
  const text = draft?.text ?? name;
  const note = (
    <>
      <FieldNote text={text} isFound={isFound && text !== name} onDiscard={() => put(undefined)} />
      <OtherDrafts field={NAME} known={[text, name]} />
    </>
  );
  return <NameField answer={answer} value={text} onValueChange={(text) => put({ text })} note={note} />;
}
