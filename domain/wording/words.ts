/** Something to say. `text` alone makes sense: it is also the notification, and what a screen reader reads. */
export interface Words {
  readonly text: string;
  /** Buttons below it, by the act they stand for. */
  readonly buttons?: readonly Button[];
}

export interface Button {
  readonly act: "claim";
  readonly label: string;
}
