import type { WebClient } from "@slack/web-api";
import { CATALOGUE_COPY } from "../domain/wording/catalogue-copy.ts";
import type { People } from "../workflows/contract.ts";
import type { AirtableBase } from "./airtable/airtable.ts";
import { compareRecords } from "./airtable/compare-records.ts";
import { findMentorsByEmail } from "./airtable/find-mentors-by-email.ts";
import { mentorTableOf } from "./airtable/mentors.ts";
import { giveAsRecorded, putRight } from "./airtable/put-right.ts";
import { readCatalogue } from "./airtable/read-catalogue.ts";
import { readInsights } from "./airtable/read-insights.ts";
import { readMentor } from "./airtable/read-mentor.ts";
import { deactivateMentor, pauseMentor, recordMentor } from "./airtable/record-mentor.ts";
import { recordRequest } from "./airtable/record-request.ts";
import { separatedIn } from "./airtable/separated-from.ts";
import { startTypedRequest } from "./airtable/start-typed-request.ts";
import { noted } from "./cached.ts";
import { reckonDueTimes } from "./calendar/reckon-due-times.ts";
import { lookUpMentor } from "./look-up-mentor.ts";
import { answerClaimers } from "./slack/answer-claimers.ts";
import { bumpPost, mentionMentors } from "./slack/bump-post.ts";
import { drawCard } from "./slack/draw-card.ts";
import {
  announceMentor,
  askForApproval,
  inviteMentor,
  tellOfLeaving,
  tellOfRefusedInvitation,
  tellVolunteer,
} from "./slack/enrol-mentor.ts";
import { passOnQuestion } from "./slack/pass-on-question.ts";
import { postRequest } from "./slack/post-request.ts";
import { tellCeo, tellCoordinator } from "./slack/tell-coordinator.ts";
import { tellMentee } from "./slack/tell-mentee.ts";
import { tellMentor } from "./slack/tell-mentor.ts";
import { tellOfTrouble } from "./slack/tell-of-trouble.ts";
import { tellReconciled } from "./slack/tell-reconciled.ts";
import { findTrouble } from "./temporal/find-trouble.ts";
import { loads } from "./temporal/loads.ts";

export interface Outside {
  readonly slack: WebClient;
  readonly base: AirtableBase;
  readonly people: People;
  /** The address of the workflows in Temporal's own pages, if they have one. */
  readonly temporalPages?: string | undefined;
}

/** The outside, and the copies of it that one process shares. */
export type Sources = ReturnType<typeof openSources>;

export function openSources(outside: Outside) {
  return {
    ...outside,
    mentors: mentorTableOf(outside.base),
    loads: loads(),
    separated: separatedIn(outside.base),
    catalogue: noted(CATALOGUE_COPY, readCatalogue(outside)),
  };
}

export type Activities = ReturnType<typeof createActivities>;

/** Everything that the programme does to the outside world. */
export function createActivities(sources: Sources) {
  return {
    postRequest: postRequest(sources),
    mentionMentors: mentionMentors(sources),
    bumpPost: bumpPost(sources),
    drawCard: drawCard(sources),
    tellMentee: tellMentee(sources),
    tellMentor: tellMentor(sources),
    answerClaimers: answerClaimers(sources),
    tellCoordinator: tellCoordinator(sources),
    tellCeo: tellCeo(sources),
    recordRequest: recordRequest(sources),
    passOnQuestion: passOnQuestion(sources),
    readMentor: readMentor(sources),
    recordMentor: recordMentor(sources),
    pauseMentor: pauseMentor(sources),
    deactivateMentor: deactivateMentor(sources),
    tellVolunteer: tellVolunteer(sources),
    askForApproval: askForApproval(sources),
    tellOfLeaving: tellOfLeaving(sources),
    inviteMentor: inviteMentor(sources),
    tellOfRefusedInvitation: tellOfRefusedInvitation(sources),
    announceMentor: announceMentor(sources),
    lookUpMentor: lookUpMentor(sources),
    reckonDueTimes,
    findTrouble,
    tellOfTrouble: tellOfTrouble(sources),
    readCatalogue: () => sources.catalogue.read(),
    readInsights: readInsights(sources),
    findMentorsByEmail: findMentorsByEmail(sources),
    compareRecords: compareRecords(sources),
    startTypedRequest: startTypedRequest(sources),
    giveAsRecorded: giveAsRecorded(sources),
    putRight: putRight(sources),
    tellReconciled: tellReconciled(sources),
  };
}
