import type { ReactNode } from "react";
import type { Option } from "./options.tsx";

interface Several {
  readonly id: string;
  readonly kind: "checkbox" | "radio";
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** A long list can be narrowed down by typing. */
  readonly search?: boolean;
}

/** A list of things to tick. */
export function SeveralView({ id, kind, options, chosen, search }: Several): ReactNode {
  return (
    <>
      {search && (
        <input
          type="search"
          data-narrow=""
          aria-label="Narrow the list down"
          placeholder="Type to narrow the list down"
        />
      )}
      <div className={search ? "ticks long" : "ticks"}>
        {options.map(({ value, text }) => (
          <label key={value}>
            <input type={kind} name={id} value={value} defaultChecked={chosen.includes(value)} /> {text}
          </label>
        ))}
      </div>
    </>
  );
}
