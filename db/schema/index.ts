// The one list of all tables, for drizzle.
export * from "./agents";
export * from "./asks";
export * from "./brands";
export * from "./channels";
export * from "./conversations";
export * from "./customers";
export * from "./desk";
export * from "./duty";
export * from "./events";
export * from "./held";
export * from "./inbound";
export * from "./messages";
export * from "./notices";
export * from "./organisation";
export * from "./schedules";
export * from "./teams";
export * from "./wording";
