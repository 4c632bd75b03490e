"use client";

import { Suspense, useEffect, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import { useDesk } from "@/app/(desk)/desk";

const FirstSteps = lazy(async () => ({ default: (await import("./first-steps")).FirstSteps }));
const HouseRules = lazy(async () => ({ default: (await import("./house-rules")).HouseRules }));

const CALM_MS = 600;

/** For a new house and for new people; after the first paint, which must not wait for it. */
export function Welcome() {
  const { me } = useDesk();
  const [isCalm, setCalm] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), CALM_MS);
    return () => clearTimeout(timer);
  }, []);

  if (!isCalm) return null;
  return (
    <Suspense fallback={null}>
      {me.role === "owner" || me.role === "admin" ? <FirstSteps /> : null}
      <HouseRules />
    </Suspense>
  );
}
