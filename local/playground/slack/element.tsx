import type { ReactNode } from "react";
import type { Block } from "../../slack-simulator/block-kit/blocks.ts";
import type { Element } from "../../slack-simulator/block-kit/elements.ts";
import type { Setting } from "./blocks.tsx";
import { Control } from "./control.tsx";

interface Placed {
  readonly element: Element;
  readonly block: Block;
  readonly setting: Setting;
}

/** An element that tells the app as soon as it is used. The client script finds it by its `data-action`. */
export function ElementView({ element, block, setting }: Placed): ReactNode {
  const confirm = "confirm" in element && element.confirm ? { "data-confirm": JSON.stringify(element.confirm) } : {};
  const acting = { "data-action": element.action_id, "data-block": block.block_id, ...confirm };
  switch (element.type) {
    case "button":
      if (element.url) {
        const href = setting.reader.linkTo(element.url);
        return (
          <a className="button" href={href} target="_blank" rel="noopener noreferrer" {...acting}>
            {element.text.text}
          </a>
        );
      }
      return (
        <button
          type="button"
          className={`button ${element.style ?? ""}`}
          aria-label={element.accessibility_label}
          {...acting}
        >
          {element.text.text}
        </button>
      );
    case "overflow":
      return (
        <details className="overflow">
          <summary aria-label="More actions">
            <span aria-hidden="true">⋯</span>
          </summary>
          <div className="menu">
            {element.options.map((option) => (
              <button key={option.value} type="button" data-value={option.value} {...acting}>
                {option.text.text}
              </button>
            ))}
          </div>
        </details>
      );
    default:
      return (
        <div className="choosing" data-on="change" {...acting}>
          <Control element={element} block={block} setting={setting} label={placeholderOf(element)} />
        </div>
      );
  }
}

const placeholderOf = (element: Element): string => ("placeholder" in element && element.placeholder?.text) || "Choose";
