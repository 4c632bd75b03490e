import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { BrandForm } from "@/app/(desk)/settings/brands/brand-form";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listBrands } from "@/lib/brands/list-brands";
import { listSchedules } from "@/lib/schedules/list-schedules";

export default async function BrandPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/settings/brands/${id}`);
  const [brands, schedules] = await Promise.all([listBrands(actor), listSchedules(actor)]);
  const brand = brands.find((one) => one.id === id);
  if (!brand) notFound();
  return (
    <>
      <PageHead title={brand.name} />
      <BrandForm brand={brand} schedules={schedules} />
    </>
  );
}
