/**
 * Lengths in characters and counts, as documented.
 * https://docs.slack.dev/reference/block-kit/blocks, https://docs.slack.dev/reference/views
 */
export const LIMITS = {
  blocksInMessage: 50,
  /** As JSON. Not documented; measured between 11,000 and 13,300: https://github.com/slackapi/bolt-js/issues/2867 */
  charactersOfBlocksInMessage: 11_000,
  blocksInView: 100,
  blockId: 255,
  actionId: 255,

  messageText: 40_000,
  updatedMessageText: 4_000,
  markdownText: 12_000,
  metadataEventType: 255,

  text: 3_000,
  sectionFields: 10,
  sectionField: 2_000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  inputLabel: 2_000,
  inputHint: 2_000,
  imageUrl: 3_000,
  altText: 2_000,
  imageTitle: 2_000,

  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  accessibilityLabel: 75,
  placeholder: 150,
  textInput: 3_000,

  options: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  overflowOptions: 5,
  choiceOptions: 10,

  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,

  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  externalId: 255,
  viewBytes: 250_000,
  viewStack: 3,
} as const;
