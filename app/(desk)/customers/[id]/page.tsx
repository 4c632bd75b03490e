import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { getCustomer } from "@/lib/customers/get-customer";
import { CustomerPage } from "./customer-page";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/customers/${id}`);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return notFound();
  return getCustomer(actor, { customerId: id, exceptId: null }).catch(() => notFound());
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).name };
}

export default async function Page(props: Props) {
  const { id } = await load(props);
  return <CustomerPage id={id} />;
}
