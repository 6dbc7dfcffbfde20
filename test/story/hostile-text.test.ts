import { expect } from "vitest";
import { story } from "./story.ts";

const TYPED = "<!channel> *x* <@U0GRACE> & </script> <https://evil.example|here>";
const ESCAPED = "&lt;!channel&gt; *x* &lt;@U0GRACE&gt; &amp; &lt;/script&gt; &lt;https://evil.example|here&gt;";

story("what a member types mentions nobody in Slack, and stands in Airtable as it was typed", async (s) => {
  const [bob, ada] = [s.person("bob"), s.person("ada")];

  await bob.asksForHelpWith("SQL", { details: TYPED });
  const card = await s.channelShows("asks for a mentor");
  await bob.receives("we have your request");
  await ada.claims();
  const told = await ada.receives("You have taken");
  await bob.receives("will be your mentor");
  for (const message of [card, told, await s.cardShows("has taken this one")]) {
    const shown = JSON.stringify([message.text, message.blocks]);
    expect(shown).toContain(ESCAPED);
    expect(shown).not.toMatch(/<!channel>|<@U0GRACE>|<\/script>|<https:\/\/evil/);
  }
  expect(await s.recordIs(({ Status }) => Status === "claimed")).toMatchObject({ Details: TYPED });
});
