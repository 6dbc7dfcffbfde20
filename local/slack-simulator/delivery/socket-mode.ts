import type { WebSocket } from "ws";
import { z } from "zod";
import type { Ack, Carrier, Envelope } from "./outgoing.ts";

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const MOST_SOCKETS = 10;
const PING_EVERY_MS = 10_000;

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** How connections end: as Slack refreshes them, as a broken network ends them, or so that nobody notices. */
export type Disconnection = "refresh" | "dead" | "silent";

/** The app's WebSocket connections. Each envelope goes to one of them. */
export class SocketMode implements Carrier {
  readonly #appId: () => string;
  readonly #tickets = new Set<string>();
  readonly #sockets = new Set<WebSocket>();
  readonly #retiring = new WeakSet<WebSocket>();
  readonly #silenced = new Set<WebSocket>();
  readonly #waiting = new Map<string, ((ack: Ack) => void)[]>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(appId: () => string) {
    this.#appId = appId;
    this.#pings = setInterval(() => {
      for (const socket of this.#sockets) socket.ping();
    }, PING_EVERY_MS).unref();
  }

  /** Opens the door for one connection. */
  issueTicket(): string {
    const ticket = crypto.randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  accept(socket: WebSocket, ticket: string): void {
    if (!this.#tickets.delete(ticket)) {
      socket.close(4001, "invalid ticket");
      return;
    }
    if (this.#open().length >= MOST_SOCKETS) {
      socket.send(JSON.stringify({ type: "disconnect", reason: "too_many_websockets" }));
      socket.close();
      return;
    }
    this.#forgetSilenced();
    this.#sockets.add(socket);
    socket.on("close", () => {
      this.#sockets.delete(socket);
      this.#silenced.delete(socket);
    });
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => {
      if (!this.#silenced.has(socket)) this.#hear(String(data));
    });
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: this.#sockets.size,
        connection_info: { app_id: this.#appId() },
        debug_info: { host: "applink-simulated", build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
  }

  count(): number {
    return this.#open().length;
  }

  unreachable = (): string | undefined => (this.count() === 0 ? "no socket is open" : undefined);

  send(envelope: Envelope): Promise<Ack> {
    return new Promise((resolve) => {
      this.#waiting.set(envelope.id, [...(this.#waiting.get(envelope.id) ?? []), resolve]);
      this.#next()?.send(written(envelope));
    });
  }

  sendAndBreak(envelope: Envelope): void {
    const socket = this.#next();
    socket?.send(written(envelope), () => socket.terminate());
  }

  break(): void {
    this.#next()?.terminate();
  }

  disconnect(how: Disconnection): void {
    for (const socket of this.#open()) {
      switch (how) {
        case "refresh":
          this.#retiring.add(socket);
          socket.send(
            JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: { host: "simulated" } }),
          );
          break;
        case "dead":
          socket.terminate();
          break;
        case "silent":
          this.#silenced.add(socket);
          socket.pause();
      }
    }
  }

  close(): void {
    clearInterval(this.#pings);
    for (const socket of this.#sockets) socket.terminate();
  }

  #open(): readonly WebSocket[] {
    return [...this.#sockets].filter((socket) => socket.readyState === socket.OPEN && !this.#retiring.has(socket));
  }

  /** A new connection shows that the app has noticed. */
  #forgetSilenced(): void {
    for (const socket of this.#silenced) socket.terminate();
  }

  #next(): WebSocket | undefined {
    const open = this.#open();
    this.#turn += 1;
    return open[this.#turn % Math.max(open.length, 1)];
  }

  /** An acknowledgement settles the oldest sending of its envelope. */
  #hear(text: string): void {
    const heard = acknowledgement.safeParse(parsed(text));
    if (!heard.success) return;
    const { envelope_id: id, payload } = heard.data;
    const [settle, ...others] = this.#waiting.get(id) ?? [];
    if (others.length > 0) this.#waiting.set(id, others);
    else this.#waiting.delete(id);
    settle?.(isEmpty(payload) ? {} : { response: payload });
  }
}

function written({ id, kind, payload, acceptsResponse, retry }: Envelope): string {
  return JSON.stringify({
    envelope_id: id,
    type: kind,
    payload,
    accepts_response_payload: acceptsResponse,
    ...(kind === "events_api" ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? "" } : {}),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isEmpty = (payload: unknown): boolean =>
  payload === undefined || payload === null || (typeof payload === "object" && Object.keys(payload).length === 0);
