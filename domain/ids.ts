declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** A person in Slack: `U…` or `W…`. */
export type MemberId = Id<"member">;
/** A place in Slack to write to: `C…`, `G…` or `D…`. */
export type ChannelId = Id<"channel">;
/** One mentor request; also its workflow's id. Readable, and never personal. */
export type RequestId = Id<"request">;
/** A row of ours in the records: `rec…`. */
export type RecordId = Id<"record">;
/** One deed of one person. The same deed delivered twice carries the same one. */
export type ActionId = Id<"action">;

export const isMemberId = (text: unknown): text is MemberId => matches(text, /^[UW][A-Z0-9]{2,20}$/);
export const isChannelId = (text: unknown): text is ChannelId => matches(text, /^[CGD][A-Z0-9]{2,20}$/);
export const isRequestId = (text: unknown): text is RequestId => matches(text, /^request-[a-z0-9-]{3,100}$/);
export const isRecordId = (text: unknown): text is RecordId => matches(text, /^rec[A-Za-z0-9]{14}$/);
export const isActionId = (text: unknown): text is ActionId => matches(text, /^[\w.:-]{1,120}$/);

export const memberId = (text: string): MemberId => made(text, isMemberId, "Slack member id such as U024BE7LH");
export const channelId = (text: string): ChannelId => made(text, isChannelId, "Slack channel id such as C024BE91L");
export const requestId = (text: string): RequestId => made(text, isRequestId, "request id such as request-sql-k3x9");
export const recordId = (text: string): RecordId => made(text, isRecordId, "record id such as rec0123456789abcd");
export const actionId = (text: string): ActionId =>
  made(text, isActionId, "action id of at most 120 letters and digits");

function matches(text: unknown, pattern: RegExp): boolean {
  return typeof text === "string" && pattern.test(text);
}

function made<T extends string>(text: string, is: (text: unknown) => text is T, what: string): T {
  if (!is(text)) throw new Error(`Expected a ${what}, got "${text.slice(0, 40)}".`);
  return text;
}
