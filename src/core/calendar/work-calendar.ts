// What a day is stands apart from the schemas, for the calculator's page, which does without them.
export * from './calendar-year.ts';
export * from './day-kind.ts';
