import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { EvidencePart } from "~/microcredentials/definitions/definition";
import { forgetKept, readKept, writeKept } from "~/ui/keeping/device-store";
import { keyOf } from "~/ui/keeping/kept-text";
import { useOwner } from "~/ui/keeping/KeptForms";
import { type PartAnswer, postedBy } from "./part-answer";
import { contentOf, type PartDraft, type SavedPart, saidAloud, type Saving } from "./part-draft";
import { type Device, PartSaver } from "./part-saver";

/** More than a browser sends for a page that is being left. */
const MOST_LEAVING = 60_000;

interface PartSaverOptions {
  portfolioId: string;
  part: EvidencePart;
  saved: SavedPart;
  /** The id of the form whose only field this is. */
  formId: string;
  onSaving: (partKey: string, saving: Saving) => void;
  onSaved: (partKey: string, saved: SavedPart) => void;
}

/** Keeps a part on this device while it is written, and sends it when it can be. */
export function usePartSaver({ portfolioId, part, saved, formId, onSaving, onSaved }: PartSaverOptions) {
  const owner = useOwner();
  const { pathname } = useLocation();
  const { key: partKey, kind } = part;
  const [saving, setSaving] = useState<Saving>({ step: "untouched" });
  const [aloud, setAloud] = useState("");
  const saver = useRef<PartSaver | null>(null);
  const first = useRef(saved);
  const told = useRef({ onSaving, onSaved });
  useEffect(() => {
    told.current = { onSaving, onSaved };
  });
  useEffect(() => {
    const form = document.getElementById(formId);
    if (owner === null || !form) return;
    // Asked for each time: the form may have put another one in its place.
    const field = () => form.querySelector("textarea");
    const device = deviceFor(keyOf(owner, pathname, formId), `/portfolios/${portfolioId}/parts/${partKey}`, kind);
    const mine = new PartSaver(kind, first.current, device, {
      onFill: (typed) => {
        const now = field();
        if (now) now.value = typed;
      },
      onSaved: (now) => {
        first.current = now;
        told.current.onSaved(partKey, now);
      },
      onSaving: (now) => {
        setSaving(now);
        setAloud((before) => saidAloud(before, now, !navigator.onLine));
        told.current.onSaving(partKey, now);
      },
    });
    saver.current = mine;
    void mine.open();
    const type = () => void mine.type(field()?.value ?? "");
    const send = () => void mine.send(document.visibilityState === "hidden" ? "leaving" : "due");
    form.addEventListener("input", type);
    addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    return () => {
      form.removeEventListener("input", type);
      removeEventListener("online", send);
      document.removeEventListener("visibilitychange", send);
      mine.stop();
    };
  }, [owner, pathname, portfolioId, partKey, kind, formId]);
  const { words, revision } = saved;
  useEffect(() => void saver.current?.see({ words, revision }), [words, revision]);
  return {
    saving,
    aloud,
    send: () => void saver.current?.send("asked"),
    choose: (whose: "mine" | "theirs") => void saver.current?.choose(whose),
  };
}

function deviceFor(key: string, at: string, kind: EvidencePart["kind"]): Device {
  return {
    read: async () => ((await readKept(key)) as PartDraft | undefined) ?? null,
    write: (draft) => writeKept(key, draft),
    forget: (typed) => forgetKept(key, (value) => (value as PartDraft | undefined)?.typed === typed),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    post: async ({ typed, revision }, isLeaving) => {
      const { text, links } = contentOf(kind, typed);
      const [name, value] = kind === "link" ? ["links", links.join("\n")] : ["text", text];
      const body = new URLSearchParams([
        [name, value],
        ["revision", String(revision)],
      ]);
      const keepalive = isLeaving && body.toString().length < MOST_LEAVING;
      const answer = await fetch(at, { method: "POST", body, redirect: "manual", keepalive });
      const { status, type } = answer;
      const read = (await answer.json().catch(() => null)) as PartAnswer | null;
      return postedBy(kind, { status, isElsewhere: type === "opaqueredirect", body: read });
    },
  };
}
