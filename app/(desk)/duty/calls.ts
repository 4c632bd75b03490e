"use client";

import { api } from "@/app/_client/api";

export const getAvailability = () => api("GET /availability");
export const goAway = (until: string | null, giveBackMinutes: number | null) =>
  api("POST /me/away", { body: { until, giveBackMinutes } });
export const comeBack = async () => (await api("POST /me/back")).items;
export const takeBack = () => api("POST /me/given-back/take");
export const forgetGivenBack = () => api("DELETE /me/given-back");

export const dutyKeys = { availability: ["availability"] as const };
