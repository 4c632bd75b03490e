import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { BrandForm } from "@/app/(desk)/settings/brands/brand-form";
import { BrandSignature } from "@/app/(desk)/settings/brands/signature-field";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listBrands } from "@/lib/brands/list-brands";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { readBrandSignature } from "@/lib/signatures/signature";

export default async function BrandPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/settings/brands/${id}`);
  const [brands, schedules] = await Promise.all([listBrands(actor), listSchedules(actor)]);
  const brand = brands.find((one) => one.id === id);
  if (!brand) notFound();
  const signature = await readBrandSignature(actor, { brandId: id });
  return (
    <>
      <PageHead title={brand.name} />
      <BrandForm brand={brand} schedules={schedules} />
      <div className="mt-6 border-line border-t pt-6">
        <BrandSignature brandId={id} signature={signature} />
      </div>
    </>
  );
}
