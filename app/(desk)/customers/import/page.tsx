import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { MoreWords } from "@/app/_ui/words";
import { Imports } from "@/app/(desk)/signals/imports";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "signals")("imports.titleCustomers") };
}

/** A file of customers: looked at, stored, taken back. */
export default async function ImportCustomersPage() {
  const actor = await requireActor("/customers/import");
  if (!can(actor, "customer.import")) notFound();
  const language = await locale(actor.language);
  const brands = await listBrands(actor);
  return (
    <MoreWords messages={pick(language, ["signals", "customers", "errors.imports"])}>
      <h1 className="type-title">
        <Go href="/customers" className="text-accent underline-offset-4 hover:underline">
          {translator(language, "customers")("title")}
        </Go>
      </h1>
      <Imports what="customers" brands={brands.map(({ id, name }) => ({ id, name }))} />
    </MoreWords>
  );
}
