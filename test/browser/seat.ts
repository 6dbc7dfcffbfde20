import type { Locator, Page } from "playwright-core";

const PATIENCE_MS = 25_000;

interface Seated {
  readonly page: Page;
  readonly url: string;
  readonly id: string;
}

export interface Form {
  readonly service?: string;
  readonly skill?: string;
  readonly details?: string;
}

/** Somebody in front of a browser. What they do waits until it can be done. */
export class Seat {
  readonly page: Page;
  readonly id: string;
  readonly wrong: string[] = [];
  readonly #url: string;

  constructor({ page, url, id }: Seated) {
    this.page = page;
    this.id = id;
    this.#url = url;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => this.wrong.push(error.message));
    page.on("console", (message) => {
      // The browser itself notes each answer of 400, which is how the page learns what cannot be done.
      if (message.type() === "error" && !message.text().includes("400 (Bad Request)")) this.wrong.push(message.text());
    });
  }

  async goes(where: string, query = ""): Promise<void> {
    await this.page.goto(`${this.#url}/as/${this.id}/${where}${query}`);
  }

  /** The page once its scripts have come: what is pressed before that is lost. */
  get ready(): Locator {
    return this.page.locator("body[data-ready]");
  }

  /** Types it below the messages, and sends it. */
  async types(text: string): Promise<void> {
    const line = this.ready.getByRole("combobox", { name: /^Message / });
    await line.fill(text);
    await this.page.getByRole("button", { name: "Send", exact: true }).first().click();
  }

  get form(): Locator {
    return this.page.getByRole("dialog");
  }

  async asksForAMentor(asking: Form = {}): Promise<void> {
    await this.types("/mentor");
    await this.fillsIn(asking);
    await this.sends();
    await this.isThanked();
  }

  async fillsIn({ service = "Code review", skill = "SQL", details = DETAILS }: Form): Promise<void> {
    await this.form.getByLabel("What would you like help with?").selectOption(service);
    await this.form.getByRole("checkbox", { name: skill, exact: true }).check();
    await this.form.getByRole("textbox", { name: "Tell mentors what they should know" }).fill(details);
  }

  async sends(): Promise<void> {
    await this.form.locator("[type=submit]").click();
  }

  /** Says what the form shows if it does not. */
  async isThanked(): Promise<void> {
    try {
      await this.form.getByText("Thank you").waitFor();
    } catch (error) {
      throw new Error(`The form was not taken. It shows: ${await this.form.textContent()}\n${error}`);
    }
    await this.closesForm();
  }

  async closesForm(): Promise<void> {
    await this.form.locator("footer [data-close]").click();
    await this.form.waitFor({ state: "detached" });
  }

  /** A message with this text; the last if there are several. */
  message(text: string | RegExp): Locator {
    return this.page.locator("#messages article").filter({ hasText: text }).last();
  }

  async sees(text: string | RegExp): Promise<Locator> {
    const message = this.message(text);
    await message.waitFor();
    return message;
  }

  /** Presses a button of the last message that has it, and says "yes" if asked. */
  async presses(button: string, { sure = false } = {}): Promise<void> {
    await this.ready.locator("#messages").getByRole("button", { name: button, exact: true }).last().click();
    if (sure) await this.page.locator("#confirm").getByRole("button", { name: "Yes" }).click();
  }

  /** What stands beside the conversation. */
  get beside(): Locator {
    return this.ready.locator(".beside");
  }

  async skips(button: "One hour" | "One day" | "To the next step"): Promise<void> {
    await this.beside.getByRole("button", { name: button }).and(this.page.locator(":not([aria-disabled])")).click();
  }

  /** Turns one of the switches above. */
  async turns(part: "Slack" | "Airtable" | "Worker", to: "up" | "down" | "stopped" | "runs"): Promise<void> {
    await this.ready.getByRole("switch", { name: part }).click();
    await this.page.getByRole("switch", { name: `${part} ${to}` }).waitFor();
  }
}

const DETAILS = "I wrote my first join and it takes a minute. I would like to understand why. Evenings suit me best.";
