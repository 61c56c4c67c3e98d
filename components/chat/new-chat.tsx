"use client";

import { MessagesSquare } from "lucide-react";
import { useEffect, useState } from "react";
import { Heading } from "@/components/chat/heading";
import { Messages } from "@/components/chat/messages";
import { listen } from "@/components/chat/news";
import { useTalk } from "@/components/chat/talk";
import { IconLink } from "@/components/ui/icon-button";

const nothing: never[] = [];

/** The page of a conversation that is not begun, and of its first moments until its own page has come. */
export function NewChat() {
  const { chat, messages } = useTalk();
  const [titled, setTitled] = useState({ id: "", title: "" });
  useEffect(() => listen((news) => news.kind === "titled" && setTitled(news)), []);
  return (
    <>
      {messages.length > 0 ? (
        <Heading title={titled.id === chat.id ? titled.title : "New chat"} />
      ) : (
        <header className="flex items-center gap-3 px-4 pt-5 md:pt-[26px]">
          <h1 className="flex-1 font-semibold text-name tracking-[-0.01em]">New chat</h1>
          <IconLink icon={MessagesSquare} label="All conversations" href="/conversations" />
        </header>
      )}
      <Messages stored={nothing} />
    </>
  );
}
