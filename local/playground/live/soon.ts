export interface Soon {
  /** Asked again while it is under way, it is done once more afterwards. */
  ask(): void;
  end(): void;
}

/** Something that is done soon after it was asked for, once for all who ask meanwhile, and never twice at a time. */
export function soon(afterMs: number, what: () => Promise<void>): Soon {
  let timer: NodeJS.Timeout | undefined;
  let underWay = false;
  let again = false;
  let over = false;
  const run = async (): Promise<void> => {
    timer = undefined;
    underWay = true;
    try {
      await what();
    } catch (error) {
      if (!over) console.error("playground:", error);
    }
    underWay = false;
    if (again) ask();
  };
  const ask = (): void => {
    if (over || timer) return;
    again = underWay;
    if (!underWay) timer = setTimeout(() => void run(), afterMs);
  };
  return {
    ask,
    end: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}
