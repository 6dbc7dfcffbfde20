import type { ReactNode } from "react";

export interface Option {
  readonly value: string;
  readonly text: string;
}

interface Options {
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly placeholder?: string | undefined;
  readonly [attribute: string]: unknown;
}

/** A menu of which one thing is chosen. */
export function OptionsView({ options, chosen, placeholder, ...common }: Options): ReactNode {
  return (
    <select {...common} defaultValue={chosen}>
      <option value="">{placeholder ?? "Choose an option"}</option>
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
