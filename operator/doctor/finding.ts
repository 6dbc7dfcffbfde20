/** Something that is not well, and what whoever runs the programme does about it. */
export interface Finding {
  readonly what: string;
  readonly remedy: string;
  /** `--seed` does it. */
  readonly seedable?: boolean;
}
