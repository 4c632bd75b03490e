"use client";

import { api } from "@/app/_client/api";

export const getNotices = async () => (await api("GET /notices/now")).items;

export const noticeKeys = { now: ["notices-of-day"] as const };
