import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/agents/auth";

type Place = { params: Promise<{ nextauth: string[] }> };

function answer(request: NextRequest, place: Place): Promise<Response> {
  return NextAuth(request, place, authOptions(request.headers));
}

export { answer as GET, answer as POST };
