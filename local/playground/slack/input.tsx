import type { ReactNode } from "react";
import type { InputBlock } from "../../slack-simulator/block-kit/blocks.ts";
import type { Setting } from "./blocks.tsx";
import { Control } from "./control.tsx";

interface Input {
  readonly block: InputBlock;
  readonly setting: Setting;
}

const IN_A_GROUP = new Set(["radio_buttons", "checkboxes", "multi_static_select", "multi_users_select"]);

/** A labelled input of a form, with its hint, and room for what is wrong with it. */
export function InputView({ block, setting }: Input): ReactNode {
  const { label, hint, optional, element, block_id = "" } = block;
  const id = `${setting.within}-${block_id}`;
  const described = `${id}-hint ${id}-problem`;
  const name = (
    <>
      {label.text}
      {optional && <span className="optional"> (optional)</span>}
    </>
  );
  const notes = (
    <>
      <p className="problem" id={`${id}-problem`} role="alert" />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint.text}
        </p>
      )}
    </>
  );
  const sent = block.dispatch_action
    ? { "data-action": element.action_id, "data-block": block_id, "data-on": "change" }
    : {};
  if (IN_A_GROUP.has(element.type)) {
    return (
      <fieldset data-input={block_id} data-type={element.type} aria-describedby={described} {...sent}>
        <legend>{name}</legend>
        <Control element={element} block={block} setting={setting} />
        {notes}
      </fieldset>
    );
  }
  return (
    <div data-input={block_id} data-type={element.type} {...sent}>
      <label htmlFor={`${id}-control`}>{name}</label>
      <Control element={element} block={block} setting={setting} described={described} />
      {notes}
    </div>
  );
}
