import type { Briefing } from "../briefing.ts";
import type { Card } from "../card.ts";
import { inWords } from "../duration.ts";
import type { MemberId } from "../ids.ts";
import { buttons } from "./buttons.ts";
import { escaped, listInShort, mention, mentions, moment, quoted } from "./slack-text.ts";
import type { Words } from "./words.ts";

/** The card: everything that the form collected, who is asked, and the button. */
export function card({ mentee, asked, status, by, openedAt, mentioned }: Card): Words {
  const lines = [
    `*${mention(mentee)} asks for a mentor: ${escaped(asked.service.name)}*`,
    `*Skills:* ${skillsOf(asked)}`,
    ...(asked.affiliation ? [`*Affiliation:* ${escaped(asked.affiliation.name)}`] : []),
    `*Asked:* ${moment(openedAt)}`,
    detailsOf(asked),
    whereItStands(status, by, mentioned),
  ];
  return { text: lines.join("\n"), ...(status === "waiting" && { buttons: buttons("claim", "ask-details", "pass") }) };
}

function whereItStands(status: Card["status"], by: MemberId | undefined, mentioned: readonly MemberId[]): string {
  switch (status) {
    case "waiting":
      return mentioned.length > 0 ? `*Could one of you help?* ${mentions(mentioned)}` : "*Could one of you help?*";
    case "claimed":
      return by ? `*Claimed:* ${mention(by)} has taken this one. Thank you!` : "*Claimed.*";
    case "held":
      return by ? `*Done:* ${mention(by)} has held the session. Thank you!` : "*Done.*";
    case "closed":
      return "*Closed:* nobody is needed for this one any more.";
    case "moved":
      return "*Posted again:* please see the newer post of this request further down.";
  }
}

/** `link` is that of the card; without a card the bump has its buttons. */
export function bump({ mentee, asked, waited }: Briefing, mentioned: readonly MemberId[], link?: string): Words {
  const asking = mentioned.length > 0 ? `${mentions(mentioned)}, could` : "Could";
  const text = `${asking} one of you help? ${mention(mentee)} has been waiting for ${inWords(waited)}: ${escaped(asked.service.name)} (${skillsOf(asked)}).`;
  if (link) return { text: `${text} <${link}|See the request and take it>` };
  return { text: [text, detailsOf(asked)].join("\n"), buttons: buttons("claim", "ask-details", "pass") };
}

/** For a post that went out while the mentors' records could not be read. */
export function lateMention(mentioned: readonly MemberId[]): Words {
  return { text: `${mentions(mentioned)}, this one asks for what you know. Could one of you help?` };
}

/** What the mentee wrote, and what they added since. */
export function detailsOf({ details, additions = [] }: Briefing["asked"]): string {
  return [quoted(details), ...additions.map((addition) => `*Added:*\n${quoted(addition)}`)].join("\n");
}

export function skillsOf({ skills }: Briefing["asked"]): string {
  return listInShort(skills.map(({ name }) => escaped(name)));
}
