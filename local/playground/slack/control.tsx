import type { ReactNode } from "react";
import type { Block } from "../../slack-simulator/block-kit/blocks.ts";
import type { Element } from "../../slack-simulator/block-kit/elements.ts";
import { offeredBy } from "../../slack-simulator/block-kit/options.ts";
import type { Setting } from "./blocks.tsx";
import { held } from "./held.ts";
import { OptionsView } from "./options.tsx";
import { SeveralView } from "./several.tsx";

interface Controlled {
  readonly element: Element;
  readonly block: Block;
  readonly setting: Setting;
  readonly described?: string;
  /** Where no label stands beside it. */
  readonly label?: string;
}

/** What is typed into or chosen from. */
export function Control({ element, block, setting, described, label }: Controlled): ReactNode {
  const value = held(setting.state[block.block_id ?? ""]?.[element.action_id ?? ""]);
  const [first = ""] = value;
  const id = `${setting.within}-${block.block_id}-control`;
  const common = {
    id,
    name: id,
    "data-control": "",
    "aria-describedby": described,
    "aria-label": label,
    autoFocus: "focus_on_load" in element ? element.focus_on_load : undefined,
  };
  const placeholder = "placeholder" in element ? element.placeholder?.text : undefined;
  switch (element.type) {
    case "plain_text_input":
      if (element.multiline) return <textarea {...common} rows={4} placeholder={placeholder} defaultValue={first} />;
      return <input {...common} type="text" placeholder={placeholder} defaultValue={first} />;
    case "email_text_input":
      return <input {...common} type="email" placeholder={placeholder} defaultValue={first} />;
    case "url_text_input":
      return <input {...common} type="url" placeholder={placeholder} defaultValue={first} />;
    case "number_input":
      return <input {...common} inputMode="decimal" placeholder={placeholder} defaultValue={first} />;
    case "datepicker":
      return <input {...common} type="date" defaultValue={first} />;
    case "timepicker":
      return <input {...common} type="time" defaultValue={first} />;
    case "datetimepicker":
      return <input {...common} type="datetime-local" data-zone={setting.reader.clock.timeZone} />;
    case "static_select":
      return (
        <OptionsView {...common} chosen={first} placeholder={placeholder} options={offeredBy(element).map(plainly)} />
      );
    case "users_select":
      return <OptionsView {...common} chosen={first} placeholder={placeholder} options={people(setting)} />;
    case "radio_buttons":
    case "checkboxes":
      return (
        <SeveralView
          id={id}
          kind={element.type === "checkboxes" ? "checkbox" : "radio"}
          chosen={value}
          options={offeredBy(element).map(plainly)}
        />
      );
    case "multi_static_select":
      return <SeveralView id={id} kind="checkbox" search chosen={value} options={offeredBy(element).map(plainly)} />;
    case "multi_users_select":
      return <SeveralView id={id} kind="checkbox" search chosen={value} options={people(setting)} />;
    default:
      return <p className="unknown">A “{element.type}”, which this page does not show.</p>;
  }
}

const plainly = ({ value, text }: ReturnType<typeof offeredBy>[number]) => ({ value, text: text.text });

const people = ({ people: all }: Setting) =>
  all
    .filter(({ isBot, deactivated }) => !isBot && !deactivated)
    .map(({ id, name, realName }) => ({ value: id, text: realName ?? name }));
