import type { Method } from "./method.ts";
import { appsConnectionsOpen } from "./methods/apps-connections-open.ts";
import { authTest } from "./methods/auth-test.ts";
import { chatDelete } from "./methods/chat-delete.ts";
import { chatGetPermalink } from "./methods/chat-get-permalink.ts";
import { chatPostEphemeral } from "./methods/chat-post-ephemeral.ts";
import { chatPostMessage } from "./methods/chat-post-message.ts";
import { chatUpdate } from "./methods/chat-update.ts";
import { conversationsHistory } from "./methods/conversations-history.ts";
import { conversationsInfo } from "./methods/conversations-info.ts";
import { conversationsInvite } from "./methods/conversations-invite.ts";
import { conversationsJoin } from "./methods/conversations-join.ts";
import { conversationsList } from "./methods/conversations-list.ts";
import { conversationsMembers } from "./methods/conversations-members.ts";
import { conversationsOpen } from "./methods/conversations-open.ts";
import { conversationsReplies } from "./methods/conversations-replies.ts";
import { usersInfo } from "./methods/users-info.ts";
import { usersList } from "./methods/users-list.ts";
import { usersLookupByEmail } from "./methods/users-lookup-by-email.ts";
import { viewsOpen } from "./methods/views-open.ts";
import { viewsPublish } from "./methods/views-publish.ts";
import { viewsPush } from "./methods/views-push.ts";
import { viewsUpdate } from "./methods/views-update.ts";

/** All that can be called. Everything else answers unknown_method. */
export const METHODS: readonly Method[] = [
  appsConnectionsOpen,
  authTest,
  chatDelete,
  chatGetPermalink,
  chatPostEphemeral,
  chatPostMessage,
  chatUpdate,
  conversationsHistory,
  conversationsInfo,
  conversationsInvite,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
  conversationsReplies,
  usersInfo,
  usersList,
  usersLookupByEmail,
  viewsOpen,
  viewsPublish,
  viewsPush,
  viewsUpdate,
];
