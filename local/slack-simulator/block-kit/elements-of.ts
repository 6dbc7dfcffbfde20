import type { Block } from "./blocks.ts";
import type { Element } from "./elements.ts";

/** An element, and where it stands. */
export interface Placed {
  readonly block: Block;
  readonly element: Element;
}

/** Everything in these blocks that a person can press, choose or type into, from top to bottom. */
export function elementsOf(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((block): readonly Placed[] => {
    switch (block.type) {
      case "actions":
        return block.elements.map((element) => ({ block, element }));
      case "input":
        return [{ block, element: block.element }];
      case "section":
        return block.accessory && block.accessory.type !== "image" ? [{ block, element: block.accessory }] : [];
      default:
        return [];
    }
  });
}
