"use client";

import { useQueryClient } from "@tanstack/react-query";
import { api } from "@/app/_client/api";
import { toast } from "@/app/_ui/toast";
import { renew } from "@/app/(desk)/customers/decide-same";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Api } from "@/app/api/v1/index";

type Edit = Api["PATCH /customers/{id}"]["body"];

/** Changes what is known of a customer and shows it; false when it was refused. */
export function useEdit(id: string): (edit: Edit) => Promise<boolean> {
  const client = useQueryClient();
  return async (edit) => {
    try {
      await api("PATCH /customers/{id}", { params: { id }, body: edit });
      return true;
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
      return false;
    } finally {
      renew(client);
    }
  };
}
