import type { Block } from "./blocks.ts";

/** The blocks with a block_id and action_id wherever the app gave none, as Slack hands them out. */
export function withIds(blocks: readonly Block[], newId: () => string): readonly Block[] {
  const identified = <T extends { readonly action_id?: string | undefined }>(element: T): T => ({
    ...element,
    action_id: element.action_id ?? newId(),
  });
  return blocks.map((block): Block => {
    const block_id = block.block_id ?? newId();
    switch (block.type) {
      case "actions":
        return { ...block, block_id, elements: block.elements.map(identified) };
      case "input":
        return { ...block, block_id, element: identified(block.element) };
      case "section":
        return block.accessory && block.accessory.type !== "image"
          ? { ...block, block_id, accessory: identified(block.accessory) }
          : { ...block, block_id };
      default:
        return { ...block, block_id };
    }
  });
}
