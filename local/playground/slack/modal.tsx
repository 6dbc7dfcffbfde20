import type { ReactNode } from "react";
import type { SeedUser } from "../../slack-simulator/slack-seed.ts";
import type { OpenView } from "../../slack-simulator/slack-view.ts";
import { BlocksView } from "./blocks.tsx";
import type { Reader } from "./reader.ts";

interface Opened {
  readonly view: OpenView;
  readonly reader: Reader;
  readonly people: readonly SeedUser[];
}

/** A modal of the app. The client script opens it as soon as it stands on the page. */
export function ModalView({ view, reader, people }: Opened): ReactNode {
  const title = `${view.id}-title`;
  const setting = { reader, within: view.id, people, state: view.state.values };
  return (
    <dialog className="modal" aria-labelledby={title} data-view={view.id}>
      <form data-submit={view.id} noValidate>
        <header>
          <h2 id={title}>{view.title.text}</h2>
          <button type="button" className="close" data-close={view.id} aria-label={`Close “${view.title.text}”`}>
            <span aria-hidden="true">✕</span>
          </button>
        </header>
        <div className="content">
          <BlocksView blocks={view.blocks} setting={setting} />
        </div>
        <footer>
          <button type="button" className="button" data-close={view.id}>
            {view.close?.text ?? "Cancel"}
          </button>
          {view.submit && (
            <button type="submit" className="button primary">
              {view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
