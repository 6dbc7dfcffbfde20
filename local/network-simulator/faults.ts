import type { FastifyReply } from "fastify";

/** What can go wrong between a client and a server. */
export type Mishap =
  /** 429, with or without a Retry-After header; nothing takes place. */
  | { readonly kind: "rate-limited"; readonly retryAfterSeconds?: number }
  /** A bare 5xx (503 unless told otherwise) with an empty body; nothing takes place. */
  | { readonly kind: "unavailable"; readonly status?: 500 | 502 | 503 | 504 }
  /** The call takes place, and the answer is a 503 all the same. */
  | { readonly kind: "unavailable-after" }
  /** A 502 whose body is a web page; nothing takes place. */
  | { readonly kind: "html" }
  /** The connection is cut; nothing takes place. */
  | { readonly kind: "dropped-before" }
  /** The call takes place, and the connection is cut instead of an answer. */
  | { readonly kind: "dropped-after" }
  /** The connection stays open and nothing is ever answered; nothing takes place. */
  | { readonly kind: "hang" }
  /** The call takes place and is answered after this long. */
  | { readonly kind: "slow"; readonly ms: number }
  /** This is answered instead; nothing takes place, unless told otherwise. */
  | { readonly kind: "answered"; readonly answer: Answer; readonly takesPlace?: boolean }
  /** The call takes place, and half of its answer comes, as if that were all of it. */
  | { readonly kind: "truncated" }
  /** The call takes place, and the connection is cut halfway through the answer, whose length may have been announced. */
  | { readonly kind: "cut-in-body"; readonly lengthAnnounced?: boolean }
  /** The call takes place, and halfway through the answer nothing more ever comes. */
  | { readonly kind: "stalled-in-body" };

/** A mishap, for which calls, and how often. */
export interface Fault {
  /**
   * The call's name, as the simulator documents it ("chat.postMessage", "PATCH Mentors"); absent means every call. A
   * function also gets what was sent with it.
   */
  readonly on?: string | RegExp | ((call: string, sent: unknown) => boolean);
  readonly does: Mishap;
  /** How many calls it hits; absent means until it is removed. */
  readonly times?: number;
}

/** An answer that a simulator is about to give. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The faults in force, oldest first; the first that fits a call hits it. */
export class Faults {
  #planned: { fault: Fault; left: number }[] = [];

  /** Puts a fault in force. Returns what takes it away again; taking it away twice is harmless. */
  add(fault: Fault): () => void {
    const planned = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#planned.push(planned);
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned);
    };
  }

  clear(): void {
    this.#planned = [];
  }

  /** The mishap that hits this call, counted as used. */
  take(call: string, sent?: unknown): Mishap | undefined {
    const hit = this.#planned.find(({ fault }) => fits(fault.on, call, sent));
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left <= 0) this.#planned = this.#planned.filter((other) => other !== hit);
    return hit.fault.does;
  }
}

function fits(on: Fault["on"], call: string, sent: unknown): boolean {
  if (on === undefined) return true;
  if (typeof on === "function") return on(call, sent);
  return typeof on === "string" ? on === call : on.test(call);
}

/** Runs one call through the mishap that hits it, if any. `run` is what makes the call take place. */
export async function answerThrough(
  mishap: Mishap | undefined,
  reply: FastifyReply,
  { run, rateLimited }: { run: () => Promise<Answer>; rateLimited: (retryAfterSeconds?: number) => Answer },
): Promise<void> {
  switch (mishap?.kind) {
    case undefined:
      return send(reply, await run());
    case "rate-limited":
      return send(reply, rateLimited(mishap.retryAfterSeconds));
    case "unavailable":
      return send(reply, { status: mishap.status ?? 503, body: "" });
    case "unavailable-after":
      await run();
      return send(reply, { status: 503, body: "" });
    case "html":
      return send(reply, {
        status: 502,
        headers: { "content-type": "text/html" },
        body: "<html><body><h1>502 Bad Gateway</h1></body></html>",
      });
    case "dropped-before":
      return cut(reply);
    case "dropped-after":
      await run();
      return cut(reply);
    case "hang":
      reply.hijack();
      return;
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, mishap.ms));
      return send(reply, await run());
    case "answered":
      if (mishap.takesPlace) await run();
      return send(reply, mishap.answer);
    case "truncated": {
      const answer = await run();
      return send(reply, { ...answer, headers: { ...JSON_BODY, ...answer.headers }, body: halfOf(answer) });
    }
    case "cut-in-body":
      return sendHalf(reply, await run(), { lengthAnnounced: mishap.lengthAnnounced ?? false, thenCut: true });
    case "stalled-in-body":
      return sendHalf(reply, await run(), { lengthAnnounced: false, thenCut: false });
  }
}

const JSON_BODY = { "content-type": "application/json; charset=utf-8" };

function textOf({ body }: Answer): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function halfOf(answer: Answer): string {
  const text = textOf(answer);
  return text.slice(0, Math.floor(text.length / 2));
}

function sendHalf(
  reply: FastifyReply,
  answer: Answer,
  { lengthAnnounced, thenCut }: { lengthAnnounced: boolean; thenCut: boolean },
): void {
  reply.hijack();
  const length = lengthAnnounced ? { "content-length": Buffer.byteLength(textOf(answer)) } : {};
  reply.raw.writeHead(answer.status, { ...JSON_BODY, ...answer.headers, ...length });
  reply.raw.write(halfOf(answer), () => {
    if (thenCut) reply.raw.socket?.destroy();
  });
}

async function send(reply: FastifyReply, answer: Answer): Promise<void> {
  await reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .send(answer.body);
}

function cut(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.socket?.destroy();
}
