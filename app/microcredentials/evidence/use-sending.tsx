import { useEffect, useRef, useState } from "react";
import type { DetailedError, Upload } from "tus-js-client";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import { PIECE_BYTES } from "~/platform/http/body-limit";
import { useReadAgain } from "~/ui/use-refresh";
import { type Answered, isWorthAgain, type Sending, whyStopped } from "./sending";
import { isSameFile, type PendingUpload } from "./upload";

const AGAIN_MS = 10_000;
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000];

interface SendingOptions {
  portfolioId: string;
  partKey: string;
  pending: readonly PendingUpload[];
  /** Bytes of the largest file. */
  most: number;
  onKept: () => void;
}

function answeredBy(error: Error | DetailedError): Answered {
  const response = "originalResponse" in error ? error.originalResponse : null;
  const request = response?.getUnderlyingObject() as XMLHttpRequest | undefined;
  return { status: response?.getStatus() ?? 0, body: response?.getBody() ?? "", address: request?.responseURL ?? "" };
}

/** Sends a file in pieces; goes on by itself after a cut, and after a reload once the same file is chosen again. */
export function useSending({ portfolioId, partKey, pending, most, onKept }: SendingOptions) {
  const [sending, setSending] = useState<Sending>({ step: "none" });
  const current = useRef<Upload | null>(null);
  const readAgain = useReadAgain();
  const { step } = sending;
  useEffect(() => () => void current.current?.abort(), []);
  useEffect(() => {
    if (step !== "cut") return;
    const goOn = () => current.current?.start();
    const timer = setInterval(goOn, AGAIN_MS);
    addEventListener("online", goOn);
    return () => {
      clearInterval(timer);
      removeEventListener("online", goOn);
    };
  }, [step]);

  const send = async (file: File) => {
    const { name, size } = file;
    const refuse = (words: string) => setSending({ step: "refused", name, words });
    if (size === 0) return refuse(PORTFOLIO_REFUSALS["no-file"]);
    if (size > most) return refuse(PORTFOLIO_REFUSALS["evidence-too-large"]);
    const step = (to: "sending" | "cut" | "looked-at" | "signed-out", sent?: number) =>
      setSending((now) => ({ step: to, name, size, sent: sent ?? ("sent" in now ? now.sent : 0) }));
    step("sending", 0);
    const { Upload } = await import("tus-js-client");
    const endpoint = `/portfolios/${portfolioId}/uploads`;
    const before = pending.find((each) => each.refusal === null && isSameFile(each, file));
    current.current = new Upload(file, {
      endpoint,
      uploadUrl: before ? `${endpoint}/${before.id}` : null,
      metadata: { part: partKey, filename: name, changedAt: String(file.lastModified) },
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_DELAYS,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => isWorthAgain(answeredBy(error)),
      onProgress: (sent) => step(sent >= size ? "looked-at" : "sending", sent),
      onSuccess: () => {
        current.current = null;
        setSending({ step: "none" });
        onKept();
        readAgain();
      },
      onError: (error) => {
        const why = whyStopped(answeredBy(error));
        if (why.step !== "refused") return step(why.step);
        current.current = null;
        refuse(why.words);
      },
    });
    current.current.start();
  };
  const pause = () => {
    void current.current?.abort();
    setSending((now) => ("sent" in now ? { ...now, step: "paused" } : now));
  };
  const goOn = () => {
    setSending((now) => ("sent" in now ? { ...now, step: "sending" } : now));
    current.current?.start();
  };
  return { sending, send, pause, goOn };
}
