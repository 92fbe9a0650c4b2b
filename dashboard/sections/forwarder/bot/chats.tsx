import { useState } from "preact/hooks";
import { useChange, useList } from "../../../api/use.ts";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { More } from "../../../parts/more.tsx";
import { Search } from "../../../parts/search.tsx";
import { Trouble } from "../../../parts/trouble.tsx";
import { forwarder } from "../routes.ts";
import { ChatRow } from "./chat-row.tsx";
import { say } from "./words.ts";

export function Chats() {
  const [search, setSearch] = useState("");
  const list = useList(forwarder.chats, { query: { ...(search && { search }) } });
  return (
    <Card title={say("bot-chats")}>
      <Add />
      <Search label={say("bot-search")} value={search} onSearch={setSearch} />
      {list.data ? (
        <>
          <ul class="rows">
            {list.data.pages.flatMap(({ items }) =>
              items.map((chat) => <ChatRow key={chat.id} chat={chat} />),
            )}
          </ul>
          {list.data.pages[0]?.items.length === 0 && (
            <Empty icon="swap">{say(search ? "bot-none-found" : "bot-no-chats")}</Empty>
          )}
          <More list={list} />
        </>
      ) : list.error ? (
        <Trouble error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading lines={5} />
      )}
    </Card>
  );
}

function Add() {
  const [chat, setChat] = useState("");
  const add = useChange(forwarder.chats.$post, {
    refreshes: [forwarder.chats],
    done: say("bot-added"),
  });
  const send = () => add.mutate({ json: { chat: chat.trim() } }, { onSuccess: () => setChat("") });
  return (
    <Form changes onSend={() => chat.trim() !== "" && send()}>
      <div class="fields">
        <TextField
          label={say("bot-chat")}
          placeholder={say("bot-chat-hint")}
          value={chat}
          onChange={setChat}
        />
        <Button type="submit" changes icon="plus" disabled={chat.trim() === ""} pending={add.isPending}>
          {say("bot-add")}
        </Button>
      </div>
    </Form>
  );
}
