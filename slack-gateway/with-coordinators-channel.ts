import { isChannelId } from "../domain/ids.ts";
import type { ChannelMembers } from "./channel-members.ts";
import type { ProgrammeCopy } from "./programme-copy.ts";

/** The same copy, in which whoever is in the coordinators' channel stands among the coordinators. */
export function withCoordinatorsChannel(programme: ProgrammeCopy, members: ChannelMembers): ProgrammeCopy {
  const channelNow = () => {
    const coordinator = programme.current?.people.coordinator;
    return isChannelId(coordinator) ? coordinator : undefined;
  };
  const look = async (): Promise<void> => {
    const channel = channelNow();
    if (channel) await members.refresh(channel);
  };
  return {
    get current() {
      const { current } = programme;
      const channel = channelNow();
      if (!current || !channel) return current;
      const coordinators = [...current.people.coordinators, ...members.in(channel)];
      return { ...current, people: { ...current.people, coordinators } };
    },
    async refresh() {
      await Promise.all([programme.refresh(), look()]);
      await look();
    },
    howOld: () => programme.howOld(),
    async untilLoaded(signal) {
      await Promise.all([programme.untilLoaded(signal), look()]);
      await look();
    },
  };
}
