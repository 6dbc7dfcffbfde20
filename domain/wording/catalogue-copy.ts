/** What there is a copy of, as the health reports of worker and gateway name it. */
export const CATALOGUE_COPY = "the services, skill sets and affiliations";
