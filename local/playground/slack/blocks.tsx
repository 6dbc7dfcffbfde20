import type { ReactNode } from "react";
import type { Block } from "../../slack-simulator/block-kit/blocks.ts";
import type { StateValues } from "../../slack-simulator/block-kit/state-values.ts";
import type { SeedUser } from "../../slack-simulator/slack-seed.ts";
import { ElementView } from "./element.tsx";
import { InputView } from "./input.tsx";
import { Mrkdwn } from "./mrkdwn.tsx";
import type { Reader } from "./reader.ts";

/** What blocks need to know of where they stand. */
export interface Setting {
  readonly reader: Reader;
  /** Unique on the page, for the ids of labels. */
  readonly within: string;
  readonly state: StateValues;
  readonly people: readonly SeedUser[];
}

interface Blocks {
  readonly blocks: readonly Block[];
  readonly setting: Setting;
}

/** Block Kit as Slack's client shows it. https://docs.slack.dev/reference/block-kit/blocks */
export function BlocksView({ blocks, setting }: Blocks): ReactNode {
  return blocks.map((block) => (
    <div key={block.block_id} className={`block ${block.type}`}>
      <BlockView block={block} setting={setting} />
    </div>
  ));
}

interface OneBlock {
  readonly block: Block;
  readonly setting: Setting;
}

function BlockView({ block, setting }: OneBlock): ReactNode {
  const { reader } = setting;
  switch (block.type) {
    case "section":
      return (
        <>
          <div className="said">
            {block.text && <TextView text={block.text} reader={reader} />}
            {block.fields && (
              <div className="fields">
                {block.fields.map((field) => (
                  <div key={field.text}>
                    <TextView text={field} reader={reader} />
                  </div>
                ))}
              </div>
            )}
          </div>
          {block.accessory &&
            (block.accessory.type === "image" ? (
              <img src={block.accessory.image_url} alt={block.accessory.alt_text} />
            ) : (
              <ElementView element={block.accessory} block={block} setting={setting} />
            ))}
        </>
      );
    case "header":
      return <h3>{block.text.text}</h3>;
    case "divider":
      return <hr />;
    case "context":
      return block.elements.map((element) =>
        element.type === "image" ? (
          <img key={element.image_url} src={element.image_url} alt={element.alt_text} />
        ) : (
          <TextView key={element.text} text={element} reader={reader} />
        ),
      );
    case "actions":
      return block.elements.map((element) => (
        <ElementView key={element.action_id} element={element} block={block} setting={setting} />
      ));
    case "input":
      return <InputView block={block} setting={setting} />;
    case "image":
      return <img src={block.image_url} alt={block.alt_text} />;
    case "markdown":
      return <p>{block.text}</p>;
    case "rich_text":
    case "table":
    case "video":
    case "file":
      return <p className="unknown">A “{block.type}” block, which this page does not show.</p>;
  }
}

type Words = { readonly type: "plain_text" | "mrkdwn"; readonly text: string };

function TextView({ text, reader }: { readonly text: Words; readonly reader: Reader }): ReactNode {
  return text.type === "mrkdwn" ? <Mrkdwn text={text.text} reader={reader} /> : <p>{text.text}</p>;
}
